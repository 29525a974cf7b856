import type { Pool } from 'pg'

import { nowIso } from '../../clock.ts'
import type { LearnerState } from '../../lesson/engine/learnerState.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'
import { createStepNames } from './stepNames.ts'

type FactRow = {
  at: Date
  type: string
  stepId: string | null
  releaseId: string | null
  data: Record<string, unknown>
}

const profileOf = async (pool: Pool, enrollmentId: string) => {
  const { rows } = await pool.query<Record<string, unknown> & { state: LearnerState }>(
    `SELECT u.telegram_id::float8 AS "telegramId", u.first_name AS "firstName", u.last_name AS "lastName", u.username,
            u.email, u.language_code AS "telegramLanguage", u.locale::text AS language, u.time_zone AS "timeZone",
            u.reminders_enabled AS reminders, u.quiet_from::int AS "quietFromMinutes", u.quiet_to::int AS "quietToMinutes",
            c.title AS course, e.status::text AS status, e.progress_percent::int AS "progressPercent",
            e.enrolled_at AS "enrolledAt", e.start_payload AS "startedBy", e.last_action_at AS "lastActionAt",
            e.completed_at AS "completedAt", e.state
     FROM enrollments e JOIN users u ON u.id = e.user_id JOIN courses c ON c.id = e.course_id WHERE e.id = $1`,
    [enrollmentId],
  )
  return rows[0]
}

const rowsOf = async (pool: Pool, text: string, enrollmentId: string) =>
  (await pool.query<Record<string, unknown>>(text, [enrollmentId])).rows

const learns = `enrollments e WHERE e.id = $1`

/** All that is known of a learner in a course, under names that people understand. Files are listed, not enclosed. */
export const exportLearner = async (pool: Pool, enrollmentId: string): Promise<object> => {
  const found = await profileOf(pool, enrollmentId)
  const {
    state,
    course,
    status,
    progressPercent,
    enrolledAt,
    startedBy,
    lastActionAt,
    completedAt,
    ...profile
  } = found ?? ({ state: undefined } as Partial<NonNullable<typeof found>>)
  const facts = (await rowsOf(
    pool,
    `SELECT at, type, step_id AS "stepId", release_id AS "releaseId", data FROM facts WHERE enrollment_id = $1 ORDER BY at`,
    enrollmentId,
  )) as FactRow[]
  const progress = await rowsOf(
    pool,
    `SELECT p.step, p.release, p.is_completed AS "isCompleted", p.score::float8 AS score,
            p.attempts_count::int AS attempts, p.time_spent::int AS "secondsSpent", p.opened_at AS "openedAt",
            p.completed_at AS "completedAt"
     FROM progress p JOIN enrollments e ON e.user_id = p.user_id AND e.course_id = p.course_id
     WHERE e.id = $1 ORDER BY p.opened_at`,
    enrollmentId,
  )
  const releaseIds = [...facts.map(({ releaseId }) => releaseId), ...progress.map(({ release }) => release)]
  const names = await createStepNames([...new Set(releaseIds.filter((id) => typeof id === 'string'))], (id) =>
    loadRelease(pool, id),
  )
  return {
    exportedAt: nowIso(),
    profile,
    course: { title: course, status, progressPercent, enrolledAt, startedBy, lastActionAt, completedAt },
    bookmarks: (state?.bookmarks ?? []).map(names.titleOf),
    progress: progress.map(({ step, release: _release, ...rest }) => ({
      step: names.titleOf(String(step)),
      ...rest,
    })),
    rating: await rowsOf(
      pool,
      `SELECT r.stars::int AS stars, r.comment, r.changed_at AS "changedAt"
       FROM ratings r WHERE (r.course_id, r.user_id) IN (SELECT e.course_id, e.user_id FROM ${learns})`,
      enrollmentId,
    ),
    submissions: await rowsOf(
      pool,
      `SELECT a.step_title AS step, a.attempt::int AS attempt, a.content, a.items, a.status::text AS status,
              a.is_late AS "isLate", a.score::float8 AS score, a.max_score::float8 AS "maxScore",
              a.teacher_comment AS "teacherComment", a.submitted_at AS "submittedAt", a.reviewed_at AS "reviewedAt"
       FROM assignments a WHERE a.enrollment_id = $1 ORDER BY a.submitted_at`,
      enrollmentId,
    ),
    files: await rowsOf(
      pool,
      `SELECT f.original_name AS name, f.kind::text AS kind, f.filesize::float8 AS bytes, f.created_at AS "sentAt"
       FROM submission_files f WHERE f.enrollment_id = $1 ORDER BY f.created_at`,
      enrollmentId,
    ),
    activity: facts.map(({ at, type, stepId, releaseId, data }) => ({
      at,
      what: type,
      ...(stepId === null ? {} : { step: names.titleOf(stepId) }),
      ...names.dataOf({ stepId, releaseId, data }),
    })),
  }
}
