import type { Pool } from 'pg'

/** Claims that nobody confirmed in time go, and those whose account is gone. */
export const sweepEmailClaims = async (pool: Pool): Promise<void> => {
  await pool.query('DELETE FROM email_claims WHERE expires_at < $1 OR user_id IS NULL', [new Date()])
}
