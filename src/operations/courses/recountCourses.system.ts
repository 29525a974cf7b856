import { sql } from '@payloadcms/db-postgres'

import { copyCounts } from '../catalogue/copyCounts.ts'
import type { transactionOf } from '../transactionOf.ts'

/**
 * What learners make of courses, counted anew after some of them are gone: what is refreshed goes by what has come
 * (see `refreshCounts`), so it would not see it. Last in the caller's transaction; the lock comes in a statement of its
 * own, for the count to see what others wrote before it was had.
 */
export const recountCourses = async (
  db: Awaited<ReturnType<typeof transactionOf>>,
  courseIds: string[],
): Promise<void> => {
  if (courseIds.length === 0) return
  const ids = sql`SELECT jsonb_array_elements_text(${JSON.stringify(courseIds)}::jsonb)::uuid`
  await db.execute(sql`SELECT 1 FROM courses WHERE id IN (${ids}) ORDER BY id FOR NO KEY UPDATE`)
  await db.execute(sql`
    UPDATE courses c
    SET students_count = (SELECT count(*) FROM enrollments e WHERE e.course_id = c.id),
        ratings_count = (SELECT count(*) FROM ratings r WHERE r.course_id = c.id),
        rating = (SELECT round(avg(r.stars), 2) FROM ratings r WHERE r.course_id = c.id)
    WHERE c.id IN (${ids})`)
  await db.execute(sql`${sql.raw(copyCounts)} IN (${ids})`)
}
