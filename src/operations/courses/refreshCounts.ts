import type { Pool } from 'pg'

import { copyCounts } from '../catalogue/copyCounts.ts'
import { inClientTransaction } from '../inClientTransaction.ts'

/** SQL: `counted` is a query from a time $1 on, with a `course_id`, called k; the courses are called c. */
type Counting = { counted: string; differs: string; set: string }

/**
 * Brings what is counted of courses up to date, where something has changed since a product time. It is not written
 * where learners act: a row that all of a course's learners share would make them wait for each other. Counted again
 * under the courses' lock, so that what was counted before somebody was forgotten is not written after it.
 */
export const refreshCounts = async (pool: Pool, counting: Counting, since: Date): Promise<void> => {
  const { counted, differs, set } = counting
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM courses c JOIN (${counted}) k ON c.id = k.course_id WHERE ${differs}`,
    [since],
  )
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  await inClientTransaction(pool, async (client) => {
    await client.query('SELECT 1 FROM courses WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
      ids,
    ])
    await client.query(
      `UPDATE courses c SET ${set} FROM (${counted}) k
       WHERE c.id = k.course_id AND c.id = ANY($2::uuid[]) AND ${differs}`,
      [since, ids],
    )
    await client.query(`${copyCounts} = ANY($1::uuid[])`, [ids])
  })
}
