import type { PoolClient } from 'pg'

import { isUuid } from '../isUuid.ts'
import { enqueueReviewers } from './enqueueReviewers.system.ts'
import { nameOf } from './reviewScope.ts'

/** Lets others have a submission that the reviewer held. Who does not hold it changes nothing. */
export const giveBackSubmission = async (
  client: PoolClient,
  options: { submissionId: string; userId: string; now: string },
): Promise<void> => {
  const { submissionId, userId, now } = options
  if (!isUuid(submissionId)) return
  const { rowCount } = await client.query(
    `UPDATE assignments a
     SET claimed_by_id = NULL, claimed_until = NULL,
         history = a.history || jsonb_build_object(
           'at', $3::text, 'action', 'released', 'by', $2::uuid::text, 'name', ${nameOf('u')})
     FROM users u
     WHERE a.id = $1::uuid AND a.claimed_by_id = $2::uuid AND u.id = $2::uuid AND a.status = 'pending'`,
    [submissionId, userId, now],
  )
  if (rowCount !== 0) await enqueueReviewers(client, { submissionIds: [submissionId], why: 'changed', now })
}
