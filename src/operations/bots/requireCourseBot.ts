import type { PayloadRequest } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import type { Bot } from '../../payload-types.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { findCourseBot } from './findCourseBot.system.ts'
import { lockCourseBot } from './lockCourseBot.system.ts'

/**
 * The bot of a course of the caller's, held until the transaction ends.
 * @throws {AppError} courseHasNoBot (409), courseNotFound (404)
 */
export const requireCourseBot = async (options: { req: PayloadRequest; courseId: string }): Promise<Bot> => {
  const { req, courseId } = options
  await findOwnCourse({ req, courseId })
  const found = await findCourseBot({ req, courseId })
  const bot = found && (await lockCourseBot({ req, botId: found.id }))
  if (!bot?.telegramBotId) throw new AppError({ code: 'courseHasNoBot', status: 409 })
  return bot
}
