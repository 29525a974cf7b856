import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { endSessionsOf } from '../identities/endSessionsOf.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { detachTelegram } from './detachTelegram.system.ts'
import { readTelegramLink } from './readTelegramLink.system.ts'

/**
 * Takes the Telegram account from one's own. Sessions of the API end, since they may be that Telegram account's.
 * @param keep the session that goes on: where it was asked for
 * @throws {AppError} unauthenticated (401), telegramNotLinked (409); addressNeeded (409): without an address the account would be lost
 */
export const unlinkTelegram = async (req: PayloadRequest, keep: string | null = null): Promise<void> => {
  const user = requireUser(req)
  const { telegramId, hasEmail } = await readTelegramLink(req, user.id)
  if (telegramId === null) throw new AppError({ code: 'telegramNotLinked', status: 409 })
  if (!hasEmail) throw new AppError({ code: 'addressNeeded', status: 409 })
  await inTransaction(req, async () => {
    await detachTelegram({ req, userId: user.id })
    await endSessionsOf(req, { userId: user.id, keep })
  })
}
