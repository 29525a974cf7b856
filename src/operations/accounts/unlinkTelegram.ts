import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { inTransaction } from '../inTransaction.ts'
import { detachTelegram } from './detachTelegram.system.ts'
import { readTelegramLink } from './readTelegramLink.system.ts'

/** @throws {AppError} unauthenticated (401); telegramNotLinked (409): an account that has no address would be lost */
export const unlinkTelegram = async (req: PayloadRequest): Promise<void> => {
  const user = activeUser(req)
  if (user === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  const { telegramId, hasEmail } = await readTelegramLink(req, user.id)
  if (!hasEmail || telegramId === null) throw new AppError({ code: 'telegramNotLinked', status: 409 })
  await inTransaction(req, () => detachTelegram({ req, userId: user.id }))
}
