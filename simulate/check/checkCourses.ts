import type { Pool } from 'pg'

import type { Verdicts } from './createVerdicts.ts'

type Row = { title: string; counted: number; stored: number; average: string | null; rating: string | null; ratings: number; storedRatings: number } // prettier-ignore

/** What is counted of courses, against what there is to count. */
export const checkCourses = async (pool: Pool, verdicts: Verdicts): Promise<void> => {
  const { rows } = await pool.query<Row>(
    `SELECT c.title, (SELECT count(*)::int FROM enrollments e WHERE e.course_id = c.id) AS counted,
            c.students_count::int AS stored,
            (SELECT round(avg(r.stars), 2)::float8 FROM ratings r WHERE r.course_id = c.id) AS average,
            c.rating::float8 AS rating,
            (SELECT count(*)::int FROM ratings r WHERE r.course_id = c.id) AS ratings,
            coalesce(c.ratings_count, 0)::int AS "storedRatings"
     FROM courses c`,
  )
  for (const row of rows) {
    verdicts.expect('courses count their learners', row.counted === row.stored, () => JSON.stringify(row))
    const isRatedSo = row.average === row.rating && row.ratings === row.storedRatings
    verdicts.expect('courses have the average of their ratings', isRatedSo, () => JSON.stringify(row))
  }
}
