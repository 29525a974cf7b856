import { newLearnerState } from '../../src/lesson/engine/newLearnerState.ts'
import { advance } from '../../src/lesson/engine/advance.ts'
import type { Fact, LearnerState, Release } from '../../src/lesson/engine/types.ts'
import type { LessonEvent } from '../../src/contracts/lessonEvent.ts'
import type { Client } from 'pg'

import { firstTelegramId, startPosition, startSteps } from './scene.ts'

type Template = { state: LearnerState; facts: Fact[]; updates: { id: number }[] }

/** A learner who has come to each of the start steps, as the engine itself leads them there. */
const templatesOf = (release: Release, now: string): Template[] =>
  Array.from({ length: startSteps }, (_, position) => {
    let state = newLearnerState()
    const facts: Fact[] = []
    const updates: { id: number }[] = []
    const act = (event: LessonEvent) => {
      const result = advance({ viewed: null, newest: release }, state, event, now, {
        rating: null,
        learnerId: 'template',
      })
      state = result.state
      facts.push(...result.facts)
      updates.push({ id: updates.length + 1 })
    }
    act({ type: 'start', payload: null })
    act({ type: 'tap', tap: { action: 'begin', version: state.version } })
    for (let step = 0; step < position; step++)
      act({ type: 'tap', tap: { action: 'next', version: state.version } })
    if (state.stepId !== release.steps[position]?.id) throw new Error('the engine led elsewhere')
    return { state, facts, updates }
  })

/** Telegram's numbers for the updates with which the learners came where they are: below all later ones. */
export const firstUpdateId = 1_000_000

/** Enrols so many learners, with the progress rows and facts that they would have, in bulk. */
export const addLearners = async (
  client: Client,
  options: { courseId: string; release: Release; count: number; now: string },
): Promise<void> => {
  const { courseId, release, count, now } = options
  const templates = templatesOf(release, now).map((template, position) => ({ position, ...template }))
  if (startPosition(startSteps + 1) !== 1) throw new Error('positions repeat')
  await client.query(
    `INSERT INTO users (telegram_id, first_name, language_code, role, is_active, subscription_plan, created_at, updated_at)
     SELECT $2::numeric + n, 'Ann', 'en', 'student', true, 'free', $3, $3 FROM generate_series(0, $1::int - 1) n`,
    [count, firstTelegramId, now],
  )
  await client.query(
    `INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                              last_action_at, state, updates)
     SELECT $1, u.id, 'Ann', 'active', 0, false, $2, $2, t.state, t.updates
     FROM users u JOIN jsonb_to_recordset($3::jsonb) AS t(position int, state jsonb, updates jsonb)
       ON t.position = (u.telegram_id - $4::numeric) % $5::int
     WHERE u.telegram_id >= $4::numeric`,
    [courseId, now, JSON.stringify(templates), firstTelegramId, startSteps],
  )
  await client.query(
    `INSERT INTO progress (user_id, course_id, step, release, is_completed, attempts_count, time_spent, opened_at, completed_at)
     SELECT e.user_id, e.course_id, s.key, $1, s.value->>'completedAt' IS NOT NULL, 0, 0,
            (s.value->>'openedAt')::timestamptz, (s.value->>'completedAt')::timestamptz
     FROM enrollments e, jsonb_each(e.state->'steps') s`,
    [release.id],
  )
  await client.query(
    `INSERT INTO facts (at, type, enrollment_id, user_id, course_id, step_id, release_id, update_id, data)
     SELECT $1, f.type, e.id, e.user_id, e.course_id, f."stepId", f."releaseId", 1, f.data
     FROM enrollments e JOIN users u ON u.id = e.user_id
     JOIN jsonb_to_recordset($2::jsonb) AS t(position int, facts jsonb)
       ON t.position = (u.telegram_id - $3::numeric) % $4::int,
       jsonb_to_recordset(t.facts) AS f(type text, "stepId" uuid, "releaseId" uuid, data jsonb)`,
    [now, JSON.stringify(templates), firstTelegramId, startSteps],
  )
  await client.query('VACUUM (ANALYZE) users, enrollments, progress, facts')
}

/** Takes all learners away, so that the same ones can begin anew. */
export const removeLearners = async (client: Client): Promise<void> => {
  await client.query('TRUNCATE facts, progress, enrollments')
  await client.query('DELETE FROM users WHERE telegram_id >= $1::numeric', [firstTelegramId])
}
