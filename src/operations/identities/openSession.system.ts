import { randomUUID } from 'node:crypto'

import type { ClientBase, Pool } from 'pg'

import type { Tokens } from '../../contracts/api/sessions.ts'
import { hashToken, refreshLifetime, signTokens } from './sessionTokens.ts'

/** Real time. */
export const sessionEnd = () => new Date(Date.now() + refreshLifetime * 1000)

/** A new session of somebody whose identity is proven. */
export const openSession = async (
  client: ClientBase | Pool,
  options: { userId: string; courseId: string | null; device: string | null; secret: string },
): Promise<Tokens> => {
  const { userId, courseId, device, secret } = options
  const id = randomUUID()
  const tokens = await signTokens(secret, { sessionId: id, generation: 1 })
  await client.query(
    `INSERT INTO sessions (id, user_id, course_id, refresh_hash, generation, device, created_at, last_used_at, expires_at)
     VALUES ($1, $2, $3, $4, 1, $5, $6, $6, $7)`,
    [id, userId, courseId, hashToken(tokens.refreshToken), device, new Date(), sessionEnd()],
  )
  return tokens
}
