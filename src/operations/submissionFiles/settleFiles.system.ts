import type { Payload } from 'payload'

import { nowIso } from '../../clock.ts'
import { processState } from '../../processState.ts'
import { enqueueReviewers } from '../assignments/enqueueReviewers.system.ts'
import { inClientTransaction } from '../inClientTransaction.ts'

/**
 * Nothing of a submission is to be fetched any more: whether all of it is kept is written down, and its reviewers are
 * told that it waits. Repeating it changes nothing, and neither does asking before the last file has come.
 */
export const settleFiles = async (options: { payload: Payload; subjectId: string }): Promise<void> => {
  const { payload, subjectId } = options
  await inClientTransaction(payload.db.pool, async (client) => {
    await client.query(
      `UPDATE assignments a SET files_state = (
         CASE WHEN EXISTS (SELECT 1 FROM submission_files f WHERE f.assignment_id = a.id AND f.state <> 'kept')
              THEN 'failed' ELSE 'kept' END)::enum_assignments_files_state
       WHERE a.id = $1::uuid AND a.files_state = 'waiting'
         AND NOT EXISTS (SELECT 1 FROM submission_files f WHERE f.assignment_id = a.id AND f.state = 'waiting')`,
      [subjectId],
    )
    const { rowCount } = await client.query(
      `SELECT 1 FROM assignments WHERE id = $1::uuid AND status = 'pending' AND files_state <> 'waiting'`,
      [subjectId],
    )
    if (rowCount !== 0)
      await enqueueReviewers(client, { submissionIds: [subjectId], why: 'arrived', now: nowIso() })
  })
  processState().nudgeRelay?.()
}
