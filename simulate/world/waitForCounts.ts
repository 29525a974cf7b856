import { setTimeout as pause } from 'node:timers/promises'

import type { SimulatedStack } from '../stack/startStack.ts'

const patienceMs = 30_000

/** Courses are counted every few seconds of real time: waits until they are, or for much longer than that takes. */
export const waitForCounts = async ({ pool }: Pick<SimulatedStack, 'pool'>): Promise<void> => {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(250)) {
    const { rowCount } = await pool.query(
      `SELECT 1 FROM courses c WHERE
         c.students_count <> (SELECT count(*) FROM enrollments e WHERE e.course_id = c.id)
         OR coalesce(c.ratings_count, 0) <> (SELECT count(*) FROM ratings r WHERE r.course_id = c.id) LIMIT 1`,
    )
    if (rowCount === 0) return
  }
}
