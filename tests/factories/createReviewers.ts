import { randomUUID } from 'node:crypto'

import { jwtSign, type Payload } from 'payload'

export type Reviewer = { id: string; name: string; token: string }

const lifeSeconds = 60 * 60

/**
 * Many mentors of a course at once, signed in. Without passwords: hashing one takes longer than a review.
 * @param telegramIds of the first of them
 */
export const createReviewers = async (
  payload: Payload,
  options: { courseId: string; count: number; telegramIds?: number[] },
): Promise<Reviewer[]> => {
  const { courseId, count, telegramIds = [] } = options
  const { pool } = payload.db
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    sid: randomUUID(),
    name: `Mentor ${index + 1}`,
    email: `mentor-${index + 1}-${courseId}@example.org`,
    telegramId: telegramIds[index] ?? null,
  }))
  await pool.query(
    `INSERT INTO users (id, first_name, email, telegram_id, role, is_active, subscription_plan, language_code)
     SELECT id, name, email, "telegramId", 'student', true, 'free', 'en'
     FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, name text, email text, "telegramId" numeric)`,
    [JSON.stringify(people)],
  )
  await pool.query(
    `INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
     SELECT 1, id, sid, now(), now() + interval '1 hour' FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, sid text)`,
    [JSON.stringify(people)],
  )
  const course = await payload.findByID({ collection: 'courses', id: courseId, joins: false })
  await payload.update({
    collection: 'courses',
    id: courseId,
    data: { mentors: [...(course.mentors ?? []).map(String), ...people.map(({ id }) => id)] },
  })
  return Promise.all(
    people.map(async ({ id, sid, name, email }) => {
      const { token } = await jwtSign({
        fieldsToSign: { id, collection: 'users', email, sid },
        secret: payload.secret,
        tokenExpiration: lifeSeconds,
      })
      return { id, name, token }
    }),
  )
}
