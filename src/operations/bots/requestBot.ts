import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { AppError } from '../../errors/AppError.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { askForBot } from './askForBot.system.ts'
import { openRequest } from './openRequest.system.ts'

/**
 * Asks for a bot that the platform bot manages: the creator gets a link and makes the bot with one tap in Telegram.
 * @throws {AppError} platformBotMissing (409), courseHasBot (409), courseNotFound (404)
 */
export const requestBot = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req, courseId } = options
  await inTransaction(req, async () => {
    const course = await findOwnCourse({ req, courseId })
    const { canManageBots } = await readPlatform(req)
    if (!canManageBots) throw new AppError({ code: 'platformBotMissing', status: 409 })
    await lockCourse({ req, courseId })
    const bot = await askForBot({ req, courseId })
    if (bot.telegramBotId && bot.state !== 'needsRelink')
      throw new AppError({ code: 'courseHasBot', status: 409 })
    const user = requireUser(req)
    await openRequest({ req, course, creatorId: user.id })
  })
}
