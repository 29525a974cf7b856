import type { PoolClient } from 'pg'

import { lockEnrollments } from '../applyActions/lockEnrollments.ts'
import type { LearnerRow } from '../applyActions/types.ts'

/**
 * Holds the learner whom a notice is for, before the notice: batches of actions hold the two in that order, and what they
 * are doing now is done before the notice is judged.
 */
export const lockNoticeLearner = async (
  client: PoolClient,
  noticeId: string,
): Promise<LearnerRow | undefined> => {
  const { rows } = await client.query<{ enrollmentId: string }>({
    name: 'find-notice-learner',
    text: 'SELECT enrollment_id AS "enrollmentId" FROM notices WHERE id = $1',
    values: [noticeId],
  })
  const ids = rows.map(({ enrollmentId }) => enrollmentId)
  const [learner] = await lockEnrollments(client, ids, 'wait')
  return learner
}
