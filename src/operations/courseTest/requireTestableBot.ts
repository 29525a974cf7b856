import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import type { Bot } from '../../payload-types.ts'
import { findCourseBot } from '../bots/findCourseBot.system.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'

/** Whether a course can be tried in its bot. One that waits for its owner's proof may be somebody else's. */
export const isTestable = (bot: Bot | null): bot is Bot =>
  Boolean(bot?.telegramBotId) && bot?.isProven === true && !bot.isRemoving

/**
 * The bot in which a course of the caller's can be tried; the course is held until the transaction ends.
 * @throws {AppError} testNeedsBot (409), courseNotFound (404)
 */
export const requireTestableBot = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<Bot> => {
  await findOwnCourse(options)
  await lockCourse(options)
  const bot = await findCourseBot(options)
  if (!isTestable(bot)) throw new AppError({ code: 'testNeedsBot', status: 409 })
  return bot
}
