import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

import type { Pool } from 'pg'

/** As Payload hashes. */
const rounds = 600_000
const hashLength = 32

const hash = promisify(pbkdf2)

/** Payload asks no further when there is no account, no password, or too many tries. */
const isHashed = async (pool: Pool, email: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `SELECT 1 FROM users WHERE email = $1 AND hash IS NOT NULL AND (lock_until IS NULL OR lock_until <= $2)`,
    [email.trim().toLowerCase(), new Date()],
  )
  return rowCount === 1
}

/** The work that Payload does for an account that has a password, for those that it does not do it for. */
export const hashAnyway = async (pool: Pool, email: string, password: string): Promise<void> => {
  if (await isHashed(pool, email)) return
  await hash(password, randomBytes(32).toString('hex'), rounds, hashLength, 'sha256')
}
