import type { PoolClient } from 'pg'

import { enqueueReviewers } from '../../assignments/enqueueReviewers.system.ts'
import type { RecordOf } from './writeRecords.ts'

/**
 * Answers that are approved because nobody has reviewed them. A reviewer who is deciding just now holds the answer's row
 * and waits for the learner's, which we hold: rather than wait for each other in a circle we fail, and are repeated.
 */
export const writeAutoApprovals = async (
  client: PoolClient,
  approvals: RecordOf<'autoApproval'>[],
): Promise<void> => {
  const { rows } = await client.query<{ id: string }>({
    name: 'write-auto-approvals',
    text: `
      WITH k AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS k(enrollment uuid, step text, attempt int, score numeric,
               at timestamptz)
      ), held AS (
        SELECT a.id, k.score, k.at FROM assignments a
        JOIN k ON a.enrollment_id = k.enrollment AND a.step = k.step AND a.attempt = k.attempt
        WHERE a.status = 'pending'
        FOR UPDATE OF a NOWAIT
      )
      UPDATE assignments a
      SET status = 'approved', score = held.score, reviewed_at = held.at, claimed_by_id = NULL, claimed_until = NULL,
          history = a.history || jsonb_build_array(jsonb_build_object('at', held.at, 'action', 'approved', 'by', NULL))
      FROM held WHERE a.id = held.id RETURNING a.id`,
    values: [
      JSON.stringify(
        approvals.map(({ record, change }) => ({
          enrollment: change.row.enrollmentId,
          step: record.stepId,
          attempt: record.attempt,
          score: record.score,
          at: record.reviewedAt,
        })),
      ),
    ],
  })
  const submissionIds = rows.map(({ id }) => id)
  const now = approvals[0]?.record.reviewedAt
  if (submissionIds.length > 0 && now !== undefined)
    await enqueueReviewers(client, { submissionIds, why: 'changed', now })
}
