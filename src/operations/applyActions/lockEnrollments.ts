import type { PoolClient } from 'pg'

import { learnerColumns } from './learnerColumns.ts'
import type { LearnerRow } from './types.ts'

/**
 * Locks learners' rows by their ids, in that order. What happens to learners happens also while their course is not
 * taught, so they are given its last release all the same.
 */
export const lockEnrollments = async (
  client: PoolClient,
  ids: string[],
  whenHeld: 'skip' | 'wait',
): Promise<LearnerRow[]> => {
  const { rows } = await client.query<LearnerRow>({
    name: `lock-enrollments-${whenHeld}`,
    text: `
      SELECT ${learnerColumns}, c.current_release_id AS "releaseId",
             NOT c.is_published OR c.is_archived AS "isClosed"
      FROM enrollments e JOIN courses c ON c.id = e.course_id JOIN users u ON u.id = e.user_id
      WHERE e.id = ANY($1::uuid[])
      ORDER BY e.id
      FOR UPDATE OF e ${whenHeld === 'skip' ? 'SKIP LOCKED' : ''}`,
    values: [ids],
  })
  return rows
}
