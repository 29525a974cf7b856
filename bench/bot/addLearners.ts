import type { Client } from 'pg'

import type { Fact } from '../../src/lesson/engine/advanceResult.ts'
import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { Release } from '../../src/lesson/engine/release.ts'
import { firstTelegramId } from './scene.ts'

/** How far a learner has come, with the facts and updates that led there. */
export type LearnerTemplate = { state: LearnerState; facts: Fact[]; updates: { id: number }[] }

/** Telegram's numbers for the updates with which the learners came where they are: below all later ones. */
export const firstUpdateId = 1_000_000

/**
 * Enrols so many learners, with the progress rows and facts that they would have, in bulk.
 * @param options.templates the n-th learner has come as far as the n-th of them, the one after the last as the first
 */
export const addLearners = async (
  client: Client,
  options: { release: Release; templates: LearnerTemplate[]; count: number; now: string },
): Promise<void> => {
  const { release, count, now } = options
  const { courseId } = release
  const templates = options.templates.map((template, position) => ({ position, ...template }))
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
    [courseId, now, JSON.stringify(templates), firstTelegramId, templates.length],
  )
  await client.query(
    `INSERT INTO progress (user_id, course_id, step, release, is_completed, attempts_count, time_spent, opened_at, completed_at)
     SELECT e.user_id, e.course_id, s.key, $1, s.value->>'completedAt' IS NOT NULL,
            coalesce((s.value->'quiz'->>'finished')::int, 0), 0,
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
    [now, JSON.stringify(templates), firstTelegramId, templates.length],
  )
  await client.query('VACUUM (ANALYZE) users, enrollments, progress, facts')
}

/** Takes all learners away, so that the same ones can begin anew. */
export const removeLearners = async (client: Client): Promise<void> => {
  await client.query('TRUNCATE facts, progress, enrollments CASCADE')
  await client.query('DELETE FROM users WHERE telegram_id >= $1::numeric', [firstTelegramId])
}
