import type { PoolClient } from 'pg'

import { enqueueReviewers } from './enqueueReviewers.system.ts'
import { refuseReview } from './refuseReview.ts'
import { mayReview, nameOf } from './reviewScope.ts'
import { isUuid } from '../isUuid.ts'

export const claimMs = 10 * 60_000

/**
 * Gives a submission that waits to one reviewer for ten minutes, unless another one has it: in one statement, so that
 * of two at once one is refused. Asked again by who has it, it holds on from now.
 * @throws {AppError} submissionDecided, submissionClaimed, submissionChanged (409), notFound (404)
 */
export const claimSubmission = async (
  client: PoolClient,
  options: { submissionId: string; userId: string; now: string },
): Promise<{ claimedUntil: string }> => {
  const { submissionId, userId, now } = options
  const until = new Date(Date.parse(now) + claimMs).toISOString()
  const { rows } = isUuid(submissionId)
    ? await client.query<{ isNew: boolean }>(
        `WITH before AS (SELECT claimed_by_id, claimed_until FROM assignments WHERE id = $1)
         UPDATE assignments a
         SET claimed_by_id = $2::uuid, claimed_until = $4::timestamptz,
             history = CASE WHEN a.claimed_by_id = $2::uuid AND a.claimed_until > $3::timestamptz THEN a.history
               ELSE a.history || jsonb_build_object('at', $5::text, 'action', 'claimed', 'by', $2::uuid::text, 'name', ${nameOf('u')})
             END
         FROM courses c, users u
         WHERE a.id = $1 AND c.id = a.course_id AND u.id = $2::uuid AND ${mayReview('$2')} AND a.status = 'pending'
           AND (a.claimed_by_id IS NULL OR a.claimed_by_id = $2::uuid OR a.claimed_until <= $3::timestamptz)
         RETURNING (SELECT claimed_by_id = $2::uuid AND claimed_until > $3::timestamptz FROM before) IS NOT TRUE AS "isNew"`,
        [submissionId, userId, now, until, now],
      )
    : { rows: [] }
  const [row] = rows
  if (row === undefined) return refuseReview(client, options)
  if (row.isNew) await enqueueReviewers(client, { submissionIds: [submissionId], why: 'changed', now })
  return { claimedUntil: until }
}
