import type { Pool } from 'pg'

import type { OwnAssignments, OwnAssignmentsQuery } from '../../contracts/api/assignments.ts'
import type { SubmissionItem, SubmissionStatus } from '../../contracts/submission.ts'
import { listSubmissionFiles } from '../assignments/listSubmissionFiles.system.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import { createShortLink } from '../media/mediaLink.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'

type Row = {
  id: string
  attempt: number
  status: SubmissionStatus
  isLate: boolean
  submittedAt: Date
  items: SubmissionItem[]
  comment: string | null
  voice: string | null
  score: number | null
  maxScore: number | null
  reviewedAt: Date | null
  courseId: string
  release: string
  stepId: string
  stepTitle: string
}

const filters = `a.user_id = $1 AND ($2::uuid IS NULL OR a.course_id = $2) AND ($3::uuid IS NULL OR a.course_id = $3)
  AND ($4::text IS NULL OR a.step = $4) AND ($5::text IS NULL OR a.status::text = $5)`

/** What somebody has handed in, the last first; in a session of a course's bot what they did there alone. */
export const listOwnAssignments = async (
  pool: Pool,
  caller: Caller,
  { page, limit, ...wanted }: OwnAssignmentsQuery,
): Promise<OwnAssignments> => {
  const { rows } = await pool.query<{ total: number } & (Row | { id: null })>({
    name: 'list-own-assignments',
    text: `
      SELECT t.total, k.*
      FROM (SELECT count(*)::int AS total FROM assignments a WHERE ${filters}) t
      LEFT JOIN LATERAL (
        SELECT a.id, a.attempt::float8 AS attempt, a.status::text AS status, a.is_late AS "isLate",
               a.submitted_at AS "submittedAt", a.items, a.teacher_comment AS comment, a.feedback_voice_id AS voice,
               a.score::float8 AS score, a.max_score::float8 AS "maxScore", a.reviewed_at AS "reviewedAt",
               a.course_id AS "courseId", a.release, a.step AS "stepId", a.step_title AS "stepTitle"
        FROM assignments a WHERE ${filters}
        ORDER BY a.submitted_at DESC, a.id LIMIT $6 OFFSET $7) k ON true
      ORDER BY k."submittedAt" DESC, k.id`,
    values: [
      ...[caller.account.id, caller.courseId],
      ...[wanted.courseId ?? null, wanted.stepId ?? null, wanted.status ?? null],
      ...[limit, (page - 1) * limit],
    ],
  })
  const found = rows.filter((row): row is { total: number } & Row => row.id !== null)
  const named = found.flatMap(({ items, voice }) => [...items.map(({ file }) => file), voice])
  const files = await listSubmissionFiles(pool, named, createShortLink)
  const fileOf = (id: string | null) => (id === null ? null : (files.get(id) ?? null))
  // Learners know a course as it was published.
  const titles = new Map<string, string>()
  for (const { release } of found)
    if (!titles.has(release)) titles.set(release, (await loadRelease(pool, release))?.title ?? '')
  return {
    assignments: found.map((row) => ({
      id: row.id,
      courseId: row.courseId,
      courseTitle: titles.get(row.release) ?? '',
      stepId: row.stepId,
      stepTitle: row.stepTitle,
      attempt: row.attempt,
      status: row.status,
      isLate: row.isLate,
      submittedAt: row.submittedAt.toISOString(),
      items: row.items.map((item) => ({ ...item, file: fileOf(item.file) })),
      teacherComment: row.comment,
      feedbackVoice: fileOf(row.voice),
      score: row.score,
      maxScore: row.maxScore,
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
    })),
    total: rows[0]?.total ?? 0,
    page,
    limit,
  }
}
