import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { issueCode, type IssuedCode } from '../accounts/issueCode.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { requireCourseBot } from './requireCourseBot.ts'

/**
 * A link by which the creator shows in the pasted bot itself that they asked for it.
 * @throws {AppError} botNeedsNoProof (409): its owner is known, or its token has not been checked yet;
 * courseHasNoBot (409), courseNotFound (404)
 */
export const askForProof = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<IssuedCode & { link: string }> => {
  const { req, courseId } = options
  return inTransaction(req, async () => {
    const { isProven, telegramBotId, username } = await requireCourseBot(options)
    const user = activeUser(req)
    if (isProven || !username || !telegramBotId || user === null)
      throw new AppError({ code: 'botNeedsNoProof', status: 409 })
    const issued = await issueCode({ req, kind: 'ownership', userId: user.id, courseId, telegramBotId })
    return { ...issued, link: botLink(username, `own_${issued.code}`, user.telegramId) }
  })
}
