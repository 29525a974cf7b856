import type { Pool } from 'pg'

import type { LearnerState } from '../../src/lesson/engine/learnerState.ts'
import type { Release } from '../../src/lesson/engine/release.ts'

/** Times are milliseconds since the epoch, simulated. */
export type HistoryFact = {
  at: number
  type: string
  stepId: string | null
  releaseId: string | null
  /** Facts of one transaction have it in common. */
  turn: string
  data: Record<string, unknown>
}

export type ProgressRow = {
  isCompleted: boolean
  score: number | null
  attempts: number
  openedAt: number
  completedAt: number | null
}

export type SubmissionRow = {
  id: string
  enrollmentId: string
  stepId: string
  attempt: number
  status: string
  score: number | null
  maxScore: number | null
}

export type LearnerHistory = {
  enrollmentId: string
  name: string
  telegramId: number
  courseId: string
  status: string
  percent: number
  completedAt: number | null
  isBlocked: boolean
  /** Their own, as it is in the end. */
  timeZone: string | null
  state: LearnerState
  facts: HistoryFact[]
  progress: Map<string, ProgressRow>
  submissions: SubmissionRow[]
}

type LearnerRow = Omit<LearnerHistory, 'facts' | 'progress' | 'submissions'> & { userId: string }

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

/** What the database holds about everybody at the end. Facts are in the order in which they were written. */
export const readHistories = async (pool: Pool): Promise<LearnerHistory[]> => {
  const { rows: learners } = await pool.query<LearnerRow>(
    `SELECT e.id AS "enrollmentId", e.user_id AS "userId", e.learner_name AS name, u.telegram_id::float8 AS "telegramId", e.course_id AS "courseId",
            e.status::text AS status, e.progress_percent::float8 AS percent, ${ms('e.completed_at')} AS "completedAt",
            e.is_blocked AS "isBlocked", u.time_zone AS "timeZone", e.state
     FROM enrollments e JOIN users u ON u.id = e.user_id ORDER BY u.telegram_id, e.course_id`,
  )
  const { rows: facts } = await pool.query<HistoryFact & { enrollmentId: string }>(
    `SELECT enrollment_id AS "enrollmentId", ${ms('at')} AS at, type, step_id AS "stepId", release_id AS "releaseId",
            at::text || ' ' || coalesce(update_id::text, '') AS turn, data
     FROM facts ORDER BY at, tableoid, ctid`,
  )
  const { rows: progress } = await pool.query<
    ProgressRow & { userId: string; courseId: string; stepId: string }
  >(
    `SELECT user_id AS "userId", course_id AS "courseId", step AS "stepId", is_completed AS "isCompleted",
            score::float8 AS score, attempts_count::int AS attempts, ${ms('opened_at')} AS "openedAt",
            ${ms('completed_at')} AS "completedAt" FROM progress`,
  )
  const { rows: submissions } = await pool.query<SubmissionRow>(
    `SELECT id, enrollment_id AS "enrollmentId", step AS "stepId", attempt::int AS attempt, status::text AS status,
            score::float8 AS score, max_score::float8 AS "maxScore" FROM assignments ORDER BY submitted_at`,
  )
  const [factsOf, progressOf, submissionsOf] = [
    grouped(facts, ({ enrollmentId }) => enrollmentId),
    grouped(progress, ({ userId, courseId }) => `${userId} ${courseId}`),
    grouped(submissions, ({ enrollmentId }) => enrollmentId),
  ]
  return learners.map(({ userId, ...learner }) => ({
    ...learner,
    facts: factsOf.get(learner.enrollmentId) ?? [],
    progress: new Map(
      (progressOf.get(`${userId} ${learner.courseId}`) ?? []).map(
        ({ stepId, isCompleted, score, attempts, openedAt, completedAt }) =>
          [stepId, { isCompleted, score, attempts, openedAt, completedAt }] as const,
      ),
    ),
    submissions: submissionsOf.get(learner.enrollmentId) ?? [],
  }))
}

export const readReleases = async (pool: Pool): Promise<Map<string, Release>> => {
  const { rows } = await pool.query<{ id: string; number: number; content: Omit<Release, 'id' | 'number'> }>(
    'SELECT id, number::int AS number, content FROM releases WHERE number IS NOT NULL',
  )
  return new Map(rows.map(({ id, number, content }) => [id, { id, number, ...content }]))
}
