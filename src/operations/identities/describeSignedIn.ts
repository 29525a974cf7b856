import type { Pool } from 'pg'

import type { SignedIn, Tokens } from '../../contracts/api/sessions.ts'
import { AppError } from '../../errors/AppError.ts'
import { findCaller } from './findCaller.system.ts'
import { readToken } from './sessionTokens.ts'

/** New tokens beside the account that they are for. */
export const describeSignedIn = async (options: {
  pool: Pool
  secret: string
  tokens: Tokens
}): Promise<SignedIn> => {
  const { pool, secret, tokens } = options
  const claims = await readToken(secret, 'access', tokens.token)
  const caller = claims && (await findCaller(pool, claims.sessionId))
  if (caller === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  return { ...tokens, user: caller.account }
}
