import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { nowIso } from '../../clock.ts'
import type { SubmissionItem, SubmissionStatus } from '../../contracts/submission.ts'
import type { QueueFilters } from './queueFilters.ts'
import { mayReview, nameOf } from './reviewScope.ts'

/** Of a submission, what the queue shows. */
export type QueueRow = {
  id: string
  learnerName: string
  courseId: string
  courseTitle: string
  stepId: string
  stepTitle: string
  attempt: number
  status: SubmissionStatus
  isLate: boolean
  submittedAt: string
  /** The beginning of what was written. */
  excerpt: string
  kinds: SubmissionItem['kind'][]
  score: number | null
  maxScore: number | null
  /** Who looks at it now. */
  claim: { name: string; isMine: boolean } | null
  decidedBy: string | null
}

/** One page of it. */
export type QueuePage = { rows: QueueRow[]; total: number; page: number; pages: number }

export type Queue = QueuePage & {
  /** What can be filtered by: whatever was ever handed in. */
  courses: { id: string; title: string; waiting: number; steps: { id: string; title: string }[] }[]
}

const excerptLength = 160

const columns = `a.id, a.learner_name AS "learnerName", a.course_id AS "courseId", c.title AS "courseTitle",
  a.step AS "stepId", a.step_title AS "stepTitle", a.attempt::float8 AS attempt, a.status::text AS status,
  a.is_late AS "isLate", a.submitted_at AS "submittedAt", left(coalesce(a.content, ''), ${excerptLength}) AS excerpt,
  (SELECT coalesce(jsonb_agg(DISTINCT i->>'kind'), '[]') FROM jsonb_array_elements(a.items) i) AS kinds,
  a.score::float8 AS score, a.max_score::float8 AS "maxScore",
  CASE WHEN a.status = 'pending' AND a.claimed_until > $2::timestamptz
    THEN jsonb_build_object('name', ${nameOf('h')}, 'isMine', a.claimed_by_id = $1::uuid) END AS claim,
  CASE WHEN d.id IS NOT NULL THEN ${nameOf('d')} END AS "decidedBy"`

/** Each filter that is set is one more condition. Parameters 1 and 2 are the reviewer and the time. */
const conditionsOf = (filters: QueueFilters) => {
  const values: unknown[] = []
  const conditions: string[] = []
  const add = (value: unknown, condition: (parameter: string) => string) => {
    values.push(value)
    conditions.push(condition(`$${values.length + 2}`))
  }
  const { course, step, status, isLate, claimed, learner } = filters
  if (course !== undefined) add(course, (at) => `a.course_id = ${at}::uuid`)
  if (step !== undefined) add(step, (at) => `a.step = ${at}::text`)
  if (status !== undefined) add(status, (at) => `a.status = ${at}::text::enum_assignments_status`)
  if (isLate !== undefined) add(isLate, (at) => `a.is_late = ${at}::boolean`)
  const isHeld = 'a.claimed_until > $2::timestamptz'
  if (claimed === 'mine') conditions.push(`a.claimed_by_id = $1::uuid AND ${isHeld}`)
  if (claimed === 'others') conditions.push(`a.claimed_by_id <> $1::uuid AND ${isHeld}`)
  if (claimed === 'free') conditions.push(`(a.claimed_until IS NULL OR NOT ${isHeld})`)
  if (learner !== undefined) add(learner, (at) => `strpos(lower(a.learner_name), lower(${at}::text)) > 0`)
  return { values, where: [mayReview('$1'), ...conditions].join(' AND ') }
}

/**
 * What waits for the person who asks, what waited longest first; or what they and others have decided, the last first.
 * @throws {AppError} unauthenticated (401)
 */
export const findQueuePage = async (req: PayloadRequest, filters: QueueFilters): Promise<QueuePage> => {
  const { pool } = req.payload.db
  const { page, limit: perPage } = filters
  const about = [requireUser(req).id, nowIso()]
  const { values, where } = conditionsOf(filters)
  const from = `FROM assignments a JOIN courses c ON c.id = a.course_id
    LEFT JOIN users h ON h.id = a.claimed_by_id LEFT JOIN users d ON d.id = a.reviewed_by_id`
  const counted = await pool.query<{ total: number }>(
    // Both parameters are named, so that PostgreSQL knows their types.
    `SELECT count(*)::int AS total ${from} WHERE $2::timestamptz IS NOT NULL AND ${where}`,
    [...about, ...values],
  )
  const total = counted.rows[0]?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / perPage))
  const order =
    filters.status === 'pending'
      ? 'a.submitted_at, a.id'
      : 'coalesce(a.reviewed_at, a.submitted_at) DESC, a.id'
  const { rows } = await pool.query<QueueRow>(
    `SELECT ${columns} ${from} WHERE ${where} ORDER BY ${order} LIMIT ${perPage} OFFSET ${(page - 1) * perPage}`,
    [...about, ...values],
  )
  return { rows, total, page, pages }
}

/**
 * A page of the queue, and what it can be filtered by. Beyond the last page that one is given.
 * @throws {AppError} unauthenticated (401)
 */
export const listQueue = async (req: PayloadRequest, filters: QueueFilters): Promise<Queue> => {
  const asked = await findQueuePage(req, filters)
  const { page, pages } = asked
  const queue = page <= pages ? asked : await findQueuePage(req, { ...filters, page: pages })
  const { rows: courses } = await req.payload.db.pool.query<Queue['courses'][number]>(
    `SELECT k.id, k.title, sum(k.waiting)::int AS waiting,
            jsonb_agg(jsonb_build_object('id', k.step, 'title', k.step_title) ORDER BY k.step_title) AS steps
     FROM (SELECT c.id, c.title, a.step, max(a.step_title) AS step_title,
                  count(*) FILTER (WHERE a.status = 'pending') AS waiting
           FROM assignments a JOIN courses c ON c.id = a.course_id WHERE ${mayReview('$1')}
           GROUP BY c.id, a.step) k
     GROUP BY k.id, k.title ORDER BY k.title, k.id`,
    [requireUser(req).id],
  )
  return { ...queue, courses }
}
