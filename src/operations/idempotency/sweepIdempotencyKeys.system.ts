import type { Pool } from 'pg'

const keptMs = 24 * 60 * 60 * 1000

/** Nobody sends a call again after a day. */
export const sweepIdempotencyKeys = async (pool: Pool): Promise<void> => {
  await pool.query('DELETE FROM idempotency_keys WHERE created_at < $1', [new Date(Date.now() - keptMs)])
}
