import type { Pool } from 'pg'

/** Sessions that nobody can use any more go: their tokens have run out, or their account is gone. */
export const sweepSessions = async (pool: Pool): Promise<void> => {
  await pool.query('DELETE FROM sessions WHERE expires_at < $1 OR user_id IS NULL', [new Date()])
}
