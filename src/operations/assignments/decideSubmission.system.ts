import type { PoolClient } from 'pg'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { ReviewVerdict } from '../../contracts/review.ts'
import { AppError } from '../../errors/AppError.ts'
import { applySystemEvents } from '../applyActions/applySystemEvents.system.ts'
import { isUuid } from '../isUuid.ts'
import { enqueueReviewers } from './enqueueReviewers.system.ts'
import { findAssignment } from './findAssignment.system.ts'
import { refuseReview } from './refuseReview.ts'
import { mayReview, nameOf } from './reviewScope.ts'

export type Decision = {
  verdict: ReviewVerdict
  comment: string | null
  /** Points, where the step gives any. */
  score: number | null
  /** What the reviewer said, kept in `submissionFiles`. */
  voice: MediaFile | null
}

type Row = {
  enrollmentId: string
  step: string
  release: string
  attempt: number
  maxScore: number | null
  isOpen: boolean
}

/**
 * @throws {AppError} scoreNeeded, scoreOutOfRange, scoreBelowPass (422): approved with points needs so many
 */
const checkScore = async (client: PoolClient, row: Row, decision: Decision): Promise<number | null> => {
  const { maxScore: max } = row
  if (max === null) return null
  const { score, verdict } = decision
  const details = { path: 'score', max }
  if (score === null) {
    if (verdict === 'rejected') return null
    throw new AppError({ code: 'scoreNeeded', status: 422, details })
  }
  if (score < 0 || score > max) throw new AppError({ code: 'scoreOutOfRange', status: 422, details })
  const pass = (await findAssignment(client, row))?.passPoints ?? null
  if (verdict === 'approved' && pass !== null && score < pass)
    throw new AppError({ code: 'scoreBelowPass', status: 422, details: { ...details, pass } })
  return score
}

/**
 * Decides about a submission, once and for all, in the caller's transaction: the learner's course goes on, they are
 * told, the others' cards say who decided. Of two at once the first wins and the other learns who that was. The
 * learner's row is held before the submission's, as batches of actions hold them.
 * @throws {AppError} submissionDecided, submissionClaimed (409) with who; commentNeeded, scoreNeeded, scoreOutOfRange,
 * scoreBelowPass (422); notFound (404)
 */
export const decideSubmission = async (
  client: PoolClient,
  options: { submissionId: string; userId: string; decision: Decision; now: string; messageId?: number },
): Promise<void> => {
  const { submissionId, userId, decision, now, messageId = null } = options
  const { verdict, comment, voice } = decision
  if (verdict === 'rejected' && comment === null && voice === null)
    throw new AppError({ code: 'commentNeeded', status: 422, details: { path: 'comment' } })
  if (!isUuid(submissionId)) throw new AppError({ code: 'notFound', status: 404 })
  await client.query(
    `SELECT 1 FROM enrollments WHERE id = (SELECT enrollment_id FROM assignments WHERE id = $1) FOR UPDATE`,
    [submissionId],
  )
  const { rows } = await client.query<Row>(
    `SELECT a.enrollment_id AS "enrollmentId", a.step, a.release, a.attempt::float8 AS attempt,
            a.max_score::float8 AS "maxScore",
            a.status = 'pending' AND (a.claimed_by_id IS NULL OR a.claimed_by_id = $2::uuid OR a.claimed_until <= $3::timestamptz)
              AS "isOpen"
     FROM assignments a JOIN courses c ON c.id = a.course_id
     WHERE a.id = $1 AND ${mayReview('$2')} FOR UPDATE OF a`,
    [submissionId, userId, now],
  )
  const [row] = rows
  if (row?.isOpen !== true) return refuseReview(client, options)
  const score = await checkScore(client, row, decision)
  const { enrollmentId, step: stepId, attempt } = row
  await applySystemEvents(client, {
    events: [
      {
        enrollmentId,
        event: { type: 'reviewed', stepId, attempt, verdict, score, comment, voice, isAutomatic: false },
      },
    ],
    now,
    whenHeld: 'wait',
  })
  await client.query(
    `UPDATE assignments a
     SET status = $3::text::enum_assignments_status, teacher_comment = $4::text, score = $5::numeric,
         feedback_voice_id = $6::uuid, reviewed_by_id = $2::uuid, reviewed_at = $7::timestamptz, claimed_by_id = NULL, claimed_until = NULL,
         history = a.history || jsonb_build_object(
           'at', $8::text, 'action', $3::text, 'by', $2::uuid::text, 'name', ${nameOf('u')}, 'comment', $4::text,
           'score', $5::numeric, 'voice', $6::uuid::text, 'message', $9::numeric)
     FROM users u WHERE a.id = $1 AND u.id = $2::uuid`,
    [submissionId, userId, verdict, comment, score, voice?.id ?? null, now, now, messageId],
  )
  await enqueueReviewers(client, { submissionIds: [submissionId], why: 'changed', now })
}
