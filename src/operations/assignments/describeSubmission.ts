import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { nowIso } from '../../clock.ts'
import type { SubmissionItem, SubmissionStatus } from '../../contracts/submission.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'
import { findAssignment } from './findAssignment.system.ts'
import { listSubmissionFiles, type FileAddress, type SubmittedFile } from './listSubmissionFiles.system.ts'
import { mayReview, nameOf } from './reviewScope.ts'

export type ReviewedAttempt = {
  id: string
  attempt: number
  status: SubmissionStatus
  isLate: boolean
  submittedAt: string
  items: (Omit<SubmissionItem, 'file'> & { file: SubmittedFile | null })[]
  comment: string | null
  voice: SubmittedFile | null
  score: number | null
  maxScore: number | null
  decidedBy: string | null
  decidedAt: string | null
  /** Nobody's name: the step's own setting did it. */
  history: { at: string; action: 'claimed' | 'released' | 'approved' | 'rejected'; name: string | null }[]
}

/** Everything that a review needs. */
export type ReviewState = ReviewedAttempt & {
  learnerName: string
  courseId: string
  courseTitle: string
  stepId: string
  stepTitle: string
  /** Whether all files have come; `waiting`: they are being fetched. */
  filesState: 'waiting' | 'kept' | 'failed'
  claim: { name: string; isMine: boolean; until: string } | null
  requirements: string[]
  rubric: string | null
  passPoints: number | null
  /** The learner's other attempts at this step, the last first. */
  others: ReviewedAttempt[]
}

type Row = Omit<ReviewedAttempt, 'items' | 'voice'> & {
  items: SubmissionItem[]
  voice: string | null
  learnerName: string
  courseId: string
  courseTitle: string
  stepTitle: string
  filesState: ReviewState['filesState']
  claim: ReviewState['claim']
  step: string
  release: string
}

const mostAttempts = 50

/**
 * @param addressOf its files; left out: as the admin loads them
 * @throws {AppError} notFound (404), also for whoever may not review it; unauthenticated (401)
 */
export const describeSubmission = async (
  req: PayloadRequest,
  submissionId: string,
  addressOf?: FileAddress,
): Promise<ReviewState> => {
  const user = requireUser(req)
  const { pool } = req.payload.db
  const { rows } = isUuid(submissionId)
    ? await pool.query<Row>(
        `SELECT a.id, a.attempt::float8 AS attempt, a.status::text AS status, a.is_late AS "isLate",
                a.submitted_at AS "submittedAt", a.items, a.teacher_comment AS comment, a.feedback_voice_id AS voice,
                a.score::float8 AS score, a.max_score::float8 AS "maxScore", a.reviewed_at AS "decidedAt",
                a.history, a.step, a.release, a.learner_name AS "learnerName", c.id AS "courseId",
                c.title AS "courseTitle",
                a.step_title AS "stepTitle", a.files_state::text AS "filesState",
                CASE WHEN d.id IS NOT NULL THEN ${nameOf('d')} END AS "decidedBy",
                CASE WHEN a.status = 'pending' AND a.claimed_until > $3::timestamptz
                  THEN jsonb_build_object('name', ${nameOf('h')}, 'isMine', a.claimed_by_id = $2::uuid,
                                          'until', a.claimed_until) END AS claim
         FROM assignments asked JOIN assignments a ON a.enrollment_id = asked.enrollment_id AND a.step = asked.step
         JOIN courses c ON c.id = a.course_id
         LEFT JOIN users h ON h.id = a.claimed_by_id LEFT JOIN users d ON d.id = a.reviewed_by_id
         WHERE asked.id = $1::uuid AND ${mayReview('$2')}
         ORDER BY a.id = $1::uuid DESC, a.attempt DESC LIMIT ${mostAttempts}`,
        [submissionId, user.id, nowIso()],
      )
    : { rows: [] }
  const [row] = rows
  if (row?.id !== submissionId) throw new AppError({ code: 'notFound', status: 404 })
  const named = rows.flatMap(({ items, voice }) => [...items.map(({ file }) => file), voice])
  const files = await listSubmissionFiles(pool, named, addressOf)
  const fileOf = (id: string | null) => (id === null ? null : (files.get(id) ?? null))
  const attemptOf = (one: Row): ReviewedAttempt => ({
    id: one.id,
    attempt: one.attempt,
    status: one.status,
    isLate: one.isLate,
    submittedAt: one.submittedAt,
    items: one.items.map((item) => ({ ...item, file: fileOf(item.file) })),
    comment: one.comment,
    voice: fileOf(one.voice),
    score: one.score,
    maxScore: one.maxScore,
    decidedBy: one.decidedBy,
    decidedAt: one.decidedAt,
    history: one.history.map(({ at, action, name = null }) => ({ at, action, name })),
  })
  const assignment = await findAssignment(pool, row)
  const { learnerName, courseId, courseTitle, step: stepId, stepTitle, filesState, claim } = row
  return {
    ...attemptOf(row),
    ...{ learnerName, courseId, courseTitle, stepId, stepTitle, filesState, claim },
    requirements: assignment?.requirements ?? [],
    rubric: assignment?.rubric ?? null,
    passPoints: assignment?.passPoints ?? null,
    others: rows.slice(1).map(attemptOf),
  }
}
