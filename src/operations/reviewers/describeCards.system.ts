import type { Payload } from 'payload'

import type { ReviewCard } from '../../contracts/platformReview.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { SubmissionItem, SubmissionStatus } from '../../contracts/submission.ts'
import { findAssignment } from '../assignments/findAssignment.system.ts'
import { mayReview, nameOf } from '../assignments/reviewScope.ts'
import { toSubmissionMedia } from '../submissionFiles/toSubmissionMedia.ts'

type Row = {
  id: string
  learnerName: string
  courseTitle: string
  stepTitle: string
  step: string
  release: string
  attempt: number
  isLate: boolean
  items: SubmissionItem[]
  status: SubmissionStatus
  decidedBy: string | null
  comment: string | null
  lastComment: string | null
  score: number | null
  maxScore: number | null
  claim: ReviewCard['claim']
}

const gone = (submissionId: string): ReviewCard => ({
  ...{ submissionId, learnerName: '', courseTitle: '', stepTitle: '', attempt: 1, isLate: false, text: '' },
  ...{ files: [], lostFiles: 0, rubric: null, maxScore: null, passPoints: null, lastComment: null },
  ...{ status: 'gone', decidedBy: null, comment: null, score: null, claim: null },
})

/** These submissions as cards for one reviewer; those that are not theirs to review, or no more, say so. */
export const describeCards = async (options: {
  payload: Payload
  userId: string
  submissionIds: string[]
  now: string
}): Promise<ReviewCard[]> => {
  const { payload, userId, submissionIds, now } = options
  if (submissionIds.length === 0) return []
  const { pool } = payload.db
  const { rows } = await pool.query<Row>(
    `SELECT a.id, a.learner_name AS "learnerName", c.title AS "courseTitle", a.step_title AS "stepTitle", a.step,
            a.release, a.attempt::float8 AS attempt, a.is_late AS "isLate", a.items, a.status::text AS status,
            CASE WHEN d.id IS NOT NULL THEN ${nameOf('d')} END AS "decidedBy", a.teacher_comment AS comment,
            (SELECT p.teacher_comment FROM assignments p WHERE p.enrollment_id = a.enrollment_id AND p.step = a.step
               AND p.attempt < a.attempt AND p.status = 'rejected' ORDER BY p.attempt DESC LIMIT 1) AS "lastComment",
            a.score::float8 AS score, a.max_score::float8 AS "maxScore",
            CASE WHEN a.status = 'pending' AND a.claimed_until > $3::timestamptz
              THEN jsonb_build_object('name', ${nameOf('h')}, 'isMine', a.claimed_by_id = $2::uuid) END AS claim
     FROM assignments a JOIN courses c ON c.id = a.course_id
     LEFT JOIN users h ON h.id = a.claimed_by_id LEFT JOIN users d ON d.id = a.reviewed_by_id
     WHERE a.id = ANY($1::uuid[]) AND ${mayReview('$2')}`,
    [submissionIds, userId, now],
  )
  const fileIds = rows.flatMap(({ items }) => items.flatMap(({ file }) => file ?? []))
  const { docs } =
    fileIds.length === 0
      ? { docs: [] }
      : await payload.find({
          collection: slugs.submissionFiles,
          where: { id: { in: fileIds } },
          pagination: false,
          showHiddenFields: true,
        })
  const found = new Map(rows.map((row) => [row.id, row]))
  return Promise.all(
    submissionIds.map(async (id): Promise<ReviewCard> => {
      const row = found.get(id)
      if (row === undefined) return gone(id)
      const { items, step, release, ...shown } = row
      const assignment = await findAssignment(pool, { step, release })
      const sent = items.filter(({ kind }) => kind !== 'text')
      const files = sent.flatMap(({ file, kind }) => {
        const doc = docs.find((one) => one.id === file)
        const media = doc === undefined ? null : toSubmissionMedia(doc)
        return media === null || kind === 'text' ? [] : [{ kind, media }]
      })
      return {
        ...{ ...shown, submissionId: id, files, lostFiles: sent.length - files.length },
        text: items.flatMap(({ text }) => text ?? []).join('\n\n'),
        rubric: assignment?.rubric ?? null,
        passPoints: assignment?.passPoints ?? null,
      }
    }),
  )
}
