import type { Pool } from 'pg'

import type { Tokens } from '../../contracts/api/sessions.ts'
import { AppError } from '../../errors/AppError.ts'
import { now } from '../../clock.ts'
import { findOrMakeUser } from './findOrMakeUser.system.ts'
import { openSession } from './openSession.system.ts'
import type { LoginBot } from './findLoginBot.system.ts'
import { readInitData } from './readInitData.ts'

/** How old initData may be for a session, and how far its clock may be ahead, in seconds. */
const freshFor = 60 * 60
const aheadBy = 60

/**
 * A session for whoever opened a bot's Mini App.
 * @param bot null: there is no such bot
 * @throws {AppError} initDataInvalid, initDataExpired (401), accountInactive (403)
 */
export const signInByTelegram = async (options: {
  pool: Pool
  bot: LoginBot | null
  initData: string
  device: string | null
  secret: string
}): Promise<Tokens> => {
  const { pool, bot, initData, device, secret } = options
  const identity = bot && readInitData(initData, bot.proofs)
  if (!identity) throw new AppError({ code: 'initDataInvalid', status: 401 })
  const age = now().getTime() / 1000 - identity.authDate
  if (age > freshFor || age < -aheadBy) throw new AppError({ code: 'initDataExpired', status: 401 })
  const { id, isActive } = await findOrMakeUser(pool, identity.user)
  if (!isActive) throw new AppError({ code: 'accountInactive', status: 403 })
  return openSession(pool, { userId: id, courseId: bot.courseId, device, secret })
}
