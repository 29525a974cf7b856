import type { Pool } from 'pg'

/**
 * `studentsCount` of courses that took learners since a product time. Not written where learners act: a
 * row that all of a course's learners share would make them wait for each other.
 */
export const refreshStudentsCounts = async (pool: Pool, since: Date): Promise<void> => {
  await pool.query(
    `UPDATE courses c SET students_count = k.count
     FROM (SELECT course_id, count(*) AS count FROM enrollments
           WHERE course_id IN (SELECT DISTINCT course_id FROM enrollments WHERE enrolled_at >= $1)
           GROUP BY course_id) k
     WHERE c.id = k.course_id AND c.students_count IS DISTINCT FROM k.count`,
    [since],
  )
}
