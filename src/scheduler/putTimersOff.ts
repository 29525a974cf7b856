import type { Pool } from 'pg'

/** Doubled with each try. */
const firstPauseSeconds = 10
const longestPauseSeconds = 3600

/** Puts the timers that are due longest off, because they could not end. */
export const putTimersOff = async (
  pool: Pool,
  { now, most }: { now: string; most: number },
): Promise<void> => {
  await pool.query(
    `UPDATE timers SET tries = tries + 1,
       due_at = $1::timestamptz + make_interval(secs => least($3 * 2 ^ tries, $4))
     WHERE id IN (SELECT id FROM timers WHERE due_at <= $1::timestamptz
                  ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [now, most, firstPauseSeconds, longestPauseSeconds],
  )
}
