import type { Pool } from 'pg'

/** Doubled with each try. */
const firstPauseSeconds = 10
const longestPauseSeconds = 3600

/** Puts the timer off that is due longest in a course, because it could not end. */
export const putTimerOff = async (
  pool: Pool,
  { now, course }: { now: string; course: string },
): Promise<void> => {
  await pool.query(
    `UPDATE timers SET tries = tries + 1,
       due_at = $1::timestamptz + make_interval(secs => least($3 * 2 ^ tries, $4))
     WHERE id IN (SELECT id FROM timers WHERE course = $2 AND due_at <= $1::timestamptz
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    [now, course, firstPauseSeconds, longestPauseSeconds],
  )
}
