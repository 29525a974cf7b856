import { randomUUID } from 'node:crypto'

import type { Pool } from 'pg'

import type { Tokens } from '../../contracts/api/sessions.ts'
import { slugs } from '../../contracts/slugs.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { hashToken, refreshLifetime, signTokens } from './sessionTokens.ts'

/** Real time. */
export const sessionEnd = () => new Date(Date.now() + refreshLifetime * 1000)

/** A new session of somebody whose identity is proven. */
export const openSession = async (
  pool: Pool,
  options: {
    userId: string
    courseId: string | null
    device: string | null
    secret: string
    by?: 'telegram' | 'password'
  },
): Promise<Tokens> => {
  const { userId, courseId, device, secret, by = 'telegram' } = options
  const id = randomUUID()
  const tokens = await signTokens(secret, { sessionId: id, generation: 1 })
  await inClientTransaction(pool, async (client) => {
    const { rows } = await client.query<{ role: string }>(
      `INSERT INTO sessions (id, user_id, course_id, refresh_hash, generation, device, created_at, last_used_at, expires_at)
     VALUES ($1, $2, $3, $4, 1, $5, $6, $6, $7)
     RETURNING (SELECT role::text FROM users WHERE id = user_id) AS role`,
      [id, userId, courseId, hashToken(tokens.refreshToken), device, new Date(), sessionEnd()],
    )
    const role = courseId === null ? (rows[0]?.role ?? '') : 'student'
    await recordAudit(client, {
      act: 'signedIn',
      actor: { id: userId, role },
      on: slugs.sessions,
      id,
      details: { by, courseId },
    })
  })
  return tokens
}
