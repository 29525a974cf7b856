import type { Pool } from 'pg'

import type { Tokens } from '../../contracts/api/sessions.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { sessionEnd } from './openSession.system.ts'
import { forgetCaller } from './findCaller.system.ts'
import { hashToken, readToken, signTokens } from './sessionTokens.ts'

type Row = { refreshHash: string; isGood: boolean }

const refused = () => new AppError({ code: 'unauthenticated', status: 401 })

/**
 * New tokens for a refresh token, which is good for one use. If it comes again, somebody else has it too: then the
 * session ends for everybody who holds a token of it.
 */
export const refreshSession = async (options: {
  pool: Pool
  refreshToken: string
  secret: string
}): Promise<Tokens> => {
  const { pool, refreshToken, secret } = options
  const claims = await readToken(secret, 'refresh', refreshToken)
  if (claims === null) throw refused()
  const { sessionId, generation } = claims
  const now = new Date()
  const tokens = await inClientTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>(
      `SELECT s.refresh_hash AS "refreshHash", s.revoked_at IS NULL AND s.expires_at > $2 AND u.is_active AS "isGood"
       FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.id = $1 FOR UPDATE OF s`,
      [sessionId, now],
    )
    const [row] = rows
    if (!row?.isGood) return null
    if (row.refreshHash !== hashToken(refreshToken)) {
      await client.query('UPDATE sessions SET revoked_at = $2 WHERE id = $1', [sessionId, now])
      await recordAudit(client, {
        act: 'sessionFamilyRevoked',
        actor: null,
        on: slugs.sessions,
        id: sessionId,
      })
      return null
    }
    const next = await signTokens(secret, { sessionId, generation: generation + 1 })
    await client.query(
      `UPDATE sessions SET refresh_hash = $2, generation = $3, last_used_at = $4, expires_at = $5 WHERE id = $1`,
      [sessionId, hashToken(next.refreshToken), generation + 1, now, sessionEnd()],
    )
    return next
  })
  if (tokens === null) {
    forgetCaller(sessionId)
    throw refused()
  }
  return tokens
}
