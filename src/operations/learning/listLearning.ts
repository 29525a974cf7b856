import type { Pool } from 'pg'

import { nowIso } from '../../clock.ts'
import type { LearningList } from '../../contracts/api/learning.ts'
import type { Paging } from '../../contracts/api/paging.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { Caller } from '../identities/findCaller.system.ts'
import { learningColumns, presentLearning, standingTurn, type LearningRow } from './learningRow.ts'

/** Somebody's courses, what they last did something in first; in a session of a course's bot that course alone. */
export const listLearning = async (
  pool: Pool,
  caller: Caller,
  { page, limit, locale }: Paging & { locale: Locale },
): Promise<LearningList> => {
  const { rows } = await pool.query<{ total: number } & (LearningRow | { id: null })>({
    name: 'list-learning',
    text: `
      SELECT t.total, k.*
      FROM (SELECT count(*)::int AS total FROM enrollments e
            JOIN courses c ON c.id = e.course_id AND c.current_release_id IS NOT NULL
            WHERE e.user_id = $1 AND ($2::uuid IS NULL OR e.course_id = $2)) t
      LEFT JOIN LATERAL (
        SELECT ${learningColumns}
        FROM enrollments e JOIN courses c ON c.id = e.course_id AND c.current_release_id IS NOT NULL
        JOIN users u ON u.id = e.user_id LEFT JOIN bots b ON b.course_id = c.id
        WHERE e.user_id = $1 AND ($2::uuid IS NULL OR e.course_id = $2)
        ORDER BY coalesce(e.last_action_at, e.enrolled_at) DESC, e.id LIMIT $3 OFFSET $4) k ON true
      ORDER BY coalesce(k."lastActionAt", k."enrolledAt") DESC, k.id`,
    values: [caller.account.id, caller.courseId, limit, (page - 1) * limit],
  })
  const now = nowIso()
  const courses = await Promise.all(
    rows
      .filter((row): row is { total: number } & LearningRow => row.id !== null)
      .map(async (row) => {
        const turn = await standingTurn(pool, row, now)
        return turn === null ? [] : [presentLearning(row, turn, locale)]
      }),
  )
  return { courses: courses.flat(), total: rows[0]?.total ?? 0, page, limit }
}
