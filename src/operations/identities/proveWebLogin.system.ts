import type { Pool } from 'pg'

import type { LoginFields } from '../../contracts/api/sessions.ts'
import { openToken, type KeyRing } from '../../contracts/tokenSeal.ts'
import { AppError } from '../../errors/AppError.ts'
import { now } from '../../clock.ts'
import { processState } from '../../processState.ts'
import { findOrMakeUser } from './findOrMakeUser.system.ts'
import { readLoginFields } from './readLoginFields.ts'

/** How old what Telegram says may be, and how far its clock may be ahead, in seconds. */
const freshFor = 60 * 60
const aheadBy = 60

/** Fields are good for one session: whoever finds them in a browser's history has nothing of them. */
const takeOnce = async (hash: string): Promise<boolean> => {
  try {
    await processState().webLoginLimiter?.consume(hash)
    return true
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal
    return false
  }
}

/**
 * The account of whoever Telegram has logged in on the web with the platform bot.
 * @throws {AppError} loginInvalid, loginExpired (401), accountInactive (403)
 */
export const proveWebLogin = async (options: {
  pool: Pool
  keyRing: KeyRing
  fields: LoginFields
}): Promise<{ userId: string }> => {
  const { pool, keyRing, fields } = options
  const { rows } = await pool.query<{ sealedKey: string | null }>(
    'SELECT sealed_login_key AS "sealedKey" FROM platform LIMIT 1',
  )
  const sealedKey = rows[0]?.sealedKey ?? null
  const identity = sealedKey === null ? null : readLoginFields(fields, await openToken(keyRing, sealedKey))
  if (identity === null) throw new AppError({ code: 'loginInvalid', status: 401 })
  const age = now().getTime() / 1000 - identity.authDate
  if (age > freshFor || age < -aheadBy || !(await takeOnce(String(fields.hash))))
    throw new AppError({ code: 'loginExpired', status: 401 })
  const { id, isActive } = await findOrMakeUser(pool, identity.user)
  if (!isActive) throw new AppError({ code: 'accountInactive', status: 403 })
  return { userId: id }
}
