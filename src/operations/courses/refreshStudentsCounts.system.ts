import type { Pool } from 'pg'

import { refreshCounts } from './refreshCounts.ts'

const counting = {
  counted: `
    SELECT course_id, count(*) AS count FROM enrollments
    WHERE course_id IN (SELECT DISTINCT course_id FROM enrollments WHERE enrolled_at >= $1)
    GROUP BY course_id`,
  differs: 'c.students_count IS DISTINCT FROM k.count',
  set: 'students_count = k.count',
}

/** `studentsCount` of courses that took learners since a product time. */
export const refreshStudentsCounts = (pool: Pool, since: Date): Promise<void> =>
  refreshCounts(pool, counting, since)
