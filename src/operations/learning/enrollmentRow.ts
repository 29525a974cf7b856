import type { Enrollment } from '../../contracts/api/learning.ts'
import { botLink } from '../platform/telegramLinks.ts'

/** SQL: what is told of an enrolment `e`. */
export const enrollmentColumns = `
  e.id, e.course_id AS "courseId", e.status::text AS status, e.enrolled_at AS "enrolledAt",
  e.last_action_at AS "lastActionAt", e.completed_at AS "completedAt"`

/** SQL: the username of the bot `b` that teaches a course now; null: it does not. */
export const teachingBot = `
  CASE WHEN b.is_proven AND NOT b.is_removing AND NOT b.is_paused THEN b.username END AS "botUsername"`

/** SQL: whether a course `c` takes learners, as its bot judges it. */
export const isTaught = '(c.is_published AND NOT c.is_archived AND c.current_release_id IS NOT NULL)'

export type EnrollmentRow = Pick<Enrollment, 'id' | 'courseId' | 'status'> & {
  enrolledAt: Date
  lastActionAt: Date | null
  completedAt: Date | null
}

export const presentEnrollment = (row: EnrollmentRow): Enrollment => ({
  id: row.id,
  courseId: row.courseId,
  status: row.status,
  enrolledAt: row.enrolledAt.toISOString(),
  lastActionAt: row.lastActionAt?.toISOString() ?? null,
  completedAt: row.completedAt?.toISOString() ?? null,
})

/** By what the bot's Start button says it is known who came from here. */
export const startPayload = 'api'

export const presentBot = (botUsername: string | null, telegramId: number | null) => ({
  botUsername,
  botUrl: botUsername === null ? null : botLink(botUsername, startPayload, telegramId),
})
