import type { Payload } from 'payload'

import type { Account } from '../../contracts/api/account.ts'
import type { ProfileChange } from '../../contracts/api/profile.ts'
import type { Locale } from '../../contracts/locale.ts'
import type { Env } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import { findCaller, forgetCaller, type Caller } from '../identities/findCaller.system.ts'
import { claimEmail } from './claimEmail.system.ts'
import { limitMail } from './limitMail.ts'

/**
 * Changes what people may change of their own account. The name of a Telegram account is Telegram's to say. A new
 * address waits to be confirmed; the one that the account has takes back what waits.
 * @throws {AppError} usernameIsTelegrams (409), mailNotSetUp (503), tooManyRequests (429)
 */
export const changeProfile = async (options: {
  payload: Payload
  env: Pick<Env, 'PAYLOAD_SECRET' | 'SMTP_URL'>
  caller: Caller
  change: ProfileChange
  locale: Locale
}): Promise<Account> => {
  const { payload, env, caller, change, locale } = options
  const { pool } = payload.db
  const { id: userId, telegramId, username, email } = caller.account
  if (change.username !== undefined && change.username !== username && telegramId !== null)
    throw new AppError({ code: 'usernameIsTelegrams', status: 409 })
  const isNewAddress = change.email !== undefined && change.email !== email
  if (isNewAddress) {
    await limitMail({ isSetUp: env.SMTP_URL !== undefined, userId, email: change.email ?? '' })
    await claimEmail({ payload, userId, email: change.email ?? '', locale, secret: env.PAYLOAD_SECRET })
  } else if (change.email !== undefined) {
    await pool.query('DELETE FROM email_claims WHERE user_id = $1', [userId])
  }
  if (change.username !== undefined)
    await pool.query('UPDATE users SET username = $2 WHERE id = $1 AND telegram_id IS NULL', [
      userId,
      change.username,
    ])
  forgetCaller(caller.sessionId)
  const changed = await findCaller(pool, caller.sessionId)
  if (changed === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  return changed.account
}
