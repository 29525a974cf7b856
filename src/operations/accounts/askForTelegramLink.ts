import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { inTransaction } from '../inTransaction.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { issueCode, type IssuedCode } from './issueCode.system.ts'

/**
 * A link by which the person shows which Telegram account is theirs. Whoever opens it in Telegram is linked, once.
 * @throws {AppError} unauthenticated (401), platformBotMissing (409)
 */
export const askForTelegramLink = async (req: PayloadRequest): Promise<IssuedCode & { link: string }> => {
  const user = requireUser(req)
  const { username } = await readPlatform(req)
  if (username === null) throw new AppError({ code: 'platformBotMissing', status: 409 })
  const issued = await inTransaction(req, () => issueCode({ req, kind: 'account', userId: user.id }))
  return { ...issued, link: botLink(username, `link_${issued.code}`) }
}
