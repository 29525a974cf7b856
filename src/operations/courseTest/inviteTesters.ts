import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { issueCode, type IssuedCode } from '../accounts/issueCode.system.ts'
import { inTransaction } from '../inTransaction.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { botLink } from '../platform/telegramLinks.ts'
import { requireTestableBot } from './requireTestableBot.ts'
import { revokeInvitation } from './revokeInvitation.ts'

const lifeMs = 7 * 24 * 60 * 60_000

/**
 * A link that makes testers of those who open it in Telegram, good for a week; one given out before is good no more.
 * It leads to the platform bot where that manages the course's: into a restricted bot nobody comes who is not a tester.
 * @throws {AppError} testNotOpen, testNeedsBot (409), courseNotFound (404)
 */
export const inviteTesters = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<Omit<IssuedCode, 'code'> & { link: string }> => {
  const { req, courseId } = options
  return inTransaction(req, async () => {
    const bot = await requireTestableBot(options)
    const user = requireUser(req)
    const { username: manager } = await readPlatform(req)
    const username = (bot.isManaged && manager) || bot.username
    if (!bot.previewRelease || !username) throw new AppError({ code: 'testNotOpen', status: 409 })
    await revokeInvitation(options)
    const { code, expiresAt } = await issueCode({ req, kind: 'test', userId: user.id, courseId, lifeMs })
    return { expiresAt, link: botLink(username, `test_${code}`) }
  })
}
