import type { PoolClient } from 'pg'

import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import { learnerName } from './learnerName.ts'

/** Which of these bots take new learners: their course is published. */
const findOpenCourses = async (client: PoolClient, botIds: string[]) => {
  const { rows } = await client.query<{ botId: string; courseId: string }>(
    `SELECT b.id AS "botId", c.id AS "courseId" FROM bots b JOIN courses c ON c.id = b.course_id
     WHERE b.id = ANY($1::uuid[]) AND c.is_published AND NOT c.is_archived AND NOT b.is_paused
       AND b.is_proven AND NOT b.is_removing AND c.current_release_id IS NOT NULL`,
    [botIds],
  )
  return new Map(rows.map(({ botId, courseId }) => [botId, courseId]))
}

/**
 * Makes the rows of learners who act for the first time. Users in the order of their ids, so that two
 * batches with the same newcomers wait for each other and not in a circle.
 * @returns the bots whose course takes learners
 */
export const enrollLearners = async (
  client: PoolClient,
  actions: RunnerAction[],
  now: string,
): Promise<Set<string>> => {
  const courses = await findOpenCourses(client, [...new Set(actions.map(({ botId }) => botId))])
  const newcomers = actions
    .filter(({ botId }) => courses.has(botId))
    .toSorted((a, b) => a.learner.telegramUserId - b.learner.telegramUserId)
  if (newcomers.length > 0) {
    await client.query({
      name: 'insert-learner-users',
      text: `
        INSERT INTO users (telegram_id, first_name, last_name, username, language_code, role, is_active,
                           subscription_plan, created_at, updated_at)
        SELECT DISTINCT ON (k.telegram_id) k.telegram_id, k.first_name, k.last_name, k.username, k.language_code,
               'student', true, 'free', $6::timestamptz, $6::timestamptz
        FROM unnest($1::numeric[], $2::text[], $3::text[], $4::text[], $5::text[])
          AS k(telegram_id, first_name, last_name, username, language_code)
        ORDER BY k.telegram_id
        ON CONFLICT (telegram_id) DO NOTHING`,
      values: [
        newcomers.map(({ learner }) => learner.telegramUserId),
        newcomers.map(({ learner }) => learner.firstName),
        newcomers.map(({ learner }) => learner.lastName),
        newcomers.map(({ learner }) => learner.username),
        newcomers.map(({ learner }) => learner.languageCode),
        now,
      ],
    })
    await client.query({
      name: 'insert-enrollments',
      text: `
        INSERT INTO enrollments (course_id, user_id, learner_name, status, progress_percent, is_blocked, enrolled_at,
                                 start_payload, state, updates)
        SELECT k.course_id, u.id, k.name, 'invited', 0, false, $5::timestamptz, k.payload, $6::jsonb, '[]'::jsonb
        FROM unnest($1::uuid[], $2::numeric[], $3::text[], $4::text[]) AS k(course_id, telegram_id, name, payload)
        JOIN users u ON u.telegram_id = k.telegram_id
        ORDER BY k.course_id, u.id
        ON CONFLICT (course_id, user_id) DO NOTHING`,
      values: [
        newcomers.map(({ botId }) => courses.get(botId)),
        newcomers.map(({ learner }) => learner.telegramUserId),
        newcomers.map(({ learner }) => learnerName(learner)),
        newcomers.map(({ event }) => (event.type === 'start' ? event.payload : null)),
        now,
        JSON.stringify(newLearnerState()),
      ],
    })
  }
  return new Set(courses.keys())
}
