import type { PoolClient } from 'pg'

import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { learnerName } from './learnerName.ts'
import type { LearnerChange, LearnerRow } from './types.ts'

const isRenamed = (row: LearnerRow, { learner }: RunnerAction) =>
  row.firstName !== learner.firstName ||
  row.lastName !== learner.lastName ||
  row.username !== learner.username ||
  row.languageCode !== learner.languageCode

/**
 * Takes over what Telegram tells anew of learners who acted; people with an account of their own choose their
 * name themselves. A row held elsewhere is left for the next action, so that two batches with the same people
 * never wait for each other.
 */
export const refreshPeople = async (client: PoolClient, changes: LearnerChange[]): Promise<void> => {
  const people = changes.flatMap(({ row, action }) =>
    action && isRenamed(row, action)
      ? [
          {
            id: row.userId,
            enrollment: row.enrollmentId,
            name: learnerName(action.learner),
            first: action.learner.firstName,
            last: action.learner.lastName,
            username: action.learner.username,
            language: action.learner.languageCode,
          },
        ]
      : [],
  )
  if (people.length === 0) return
  await client.query({
    name: 'refresh-people',
    text: `
      WITH k AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, enrollment uuid, name text, first text,
               last text, username text, language text)
      ), free AS (
        SELECT id FROM users WHERE id IN (SELECT id FROM k) AND role = 'student' FOR NO KEY UPDATE SKIP LOCKED
      ), renamed AS (
        UPDATE users u SET first_name = k.first, last_name = k.last, username = k.username, language_code = k.language
        FROM k JOIN free USING (id) WHERE u.id = k.id
      )
      UPDATE enrollments e SET learner_name = k.name FROM k
      WHERE e.id = k.enrollment AND e.learner_name IS DISTINCT FROM k.name`,
    values: [JSON.stringify(people)],
  })
}
