import type { Pool } from 'pg'

/** So few due timers are looked at one by one; of more, only their courses are looked for. */
const fewTimers = 200

/**
 * Courses in which timers are due, the longest due first when there are few. Of many, the courses are found by a walk
 * over the index from one to the next: it costs as much for a million timers as for none.
 *
 * @param now ISO, product time
 */
export const findDueCourses = async (pool: Pool, now: string): Promise<string[]> => {
  const { rows: few } = await pool.query<{ course: string }>({
    name: 'find-due-timers',
    text: 'SELECT course FROM timers WHERE due_at <= $1::timestamptz ORDER BY due_at LIMIT $2',
    values: [now, fewTimers],
  })
  if (few.length < fewTimers) return [...new Set(few.map(({ course }) => course))]
  const { rows } = await pool.query<{ course: string }>({
    name: 'find-due-courses',
    text: `
      WITH RECURSIVE courses AS (
        (SELECT course FROM timers ORDER BY course LIMIT 1)
        UNION ALL
        SELECT (SELECT t.course FROM timers t WHERE t.course > c.course ORDER BY t.course LIMIT 1)
        FROM courses c WHERE c.course IS NOT NULL
      )
      SELECT course FROM courses c
      WHERE EXISTS (SELECT FROM timers t WHERE t.course = c.course AND t.due_at <= $1::timestamptz)`,
    values: [now],
  })
  return rows.map(({ course }) => course)
}
