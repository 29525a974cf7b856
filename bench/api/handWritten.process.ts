import type { AddressInfo } from 'node:net'

import express from 'express'
import { jwtVerify } from 'jose'
import { Pool } from 'pg'

import { newLearnerState } from '../../src/lesson/engine/newLearnerState.ts'

/**
 * What one would write by hand for these routes and nothing else: Express, pg, a Map. No limits, no log, no metrics, no
 * security headers. Arguments: the database, the key of the tokens.
 */
const [, , connectionString, secret = ''] = process.argv
const pool = new Pool({ connectionString, max: 10 })
const key = new TextEncoder().encode(secret)
const app = express()
app.disable('x-powered-by')
app.use(express.json())

const readCourse = async (id: string) => {
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'course',
    text: `
      SELECT c.id, r.content->>'title' AS title, r.content->>'description' AS description, c.category,
             r.content->>'language' AS language, c.difficulty_level, r.content->>'estimatedDuration' AS duration,
             c.pricing_model, c.price, c.currency, c.price_stars, c.rating, c.ratings_count, c.students_count,
             r.steps_count, r.number, c.bot_username, c.created_at, c.updated_at, u.first_name, u.last_name,
             ARRAY(SELECT text FROM courses_texts t WHERE t.parent_id = c.id ORDER BY t."order") AS tags
      FROM courses c JOIN releases r ON r.id = c.current_release_id LEFT JOIN users u ON u.id = c.creator_id
      WHERE c.id = $1 AND c.is_published`,
    values: [id],
  })
  return rows[0]
}

app.get('/cold/:id', async (request, response) => {
  const course = await readCourse(request.params.id)
  if (course === undefined) return void response.status(404).json({ error: 'not found' })
  response.json(course)
})

const known = new Map<string, string>()
app.get('/warm/:id', async (request, response) => {
  const { id } = request.params
  const json = known.get(id) ?? JSON.stringify(await readCourse(id))
  known.set(id, json)
  response.type('json').send(json)
})

/** Changes a step of one's own course and keeps the version, as the product does. */
app.put('/steps/:id', async (request, response) => {
  const token = (request.headers.authorization ?? '').slice(7)
  const { payload } = await jwtVerify<{ userId: string }>(token, key)
  const { title } = request.body as { title: string }
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows } = await client.query<Record<string, unknown>>({
      name: 'change-step',
      text: `
        UPDATE steps s SET title = $1, updated_at = now() FROM courses c
        WHERE s.id = $2 AND c.id = s.course_id AND c.creator_id = $3 RETURNING s.*`,
      values: [title, request.params.id, payload.userId],
    })
    await client.query({
      name: 'keep-version',
      text: `
        INSERT INTO _steps_v (parent_id, version_title, version_content, version_course_id, version_step_type, created_at, updated_at)
        SELECT id, title, content, course_id, step_type::text::enum__steps_v_version_step_type, now(), now() FROM steps WHERE id = $1`,
      values: [request.params.id],
    })
    await client.query('COMMIT')
    response.json(rows[0])
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
})

/** Makes somebody a learner of a course that a bot teaches. */
app.post('/enroll/:id', async (request, response) => {
  const token = (request.headers.authorization ?? '').slice(7)
  const { payload } = await jwtVerify<{ userId: string }>(token, key)
  const { rows: courses } = await pool.query<{ username: string }>({
    name: 'find-course',
    text: `
      SELECT b.username FROM courses c JOIN bots b ON b.course_id = c.id
      WHERE c.id = $1 AND c.is_published AND c.is_listed AND c.pricing_model = 'free'`,
    values: [request.params.id],
  })
  const [course] = courses
  if (course === undefined) return void response.status(404).json({ error: 'not found' })
  const { rows } = await pool.query<Record<string, unknown>>({
    name: 'enroll',
    text: `
      INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                               start_payload, state, updates)
      VALUES ($1, $2, 'Ann', 'invited', 0, false, now(), 'api', $3, '[]')
      ON CONFLICT (course_id, user_id) DO NOTHING RETURNING id, course_id, status, enrolled_at`,
    values: [request.params.id, payload.userId, JSON.stringify(newLearnerState())],
  })
  response.json({ enrollment: rows[0], botUrl: `https://t.me/${course.username}` })
})

const server = app.listen(0, '127.0.0.1', () =>
  process.send?.({ type: 'ready', port: (server.address() as AddressInfo).port }),
)
server.keepAliveTimeout = 75_000
process.on('disconnect', () => process.exit())
