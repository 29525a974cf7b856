import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { findCourseBot } from './findCourseBot.system.ts'

/** A paused bot takes no updates; learners' progress stays. */
export const setBotPaused = async (options: {
  req: PayloadRequest
  courseId: string
  isPaused: boolean
}): Promise<void> => {
  const { req, courseId, isPaused } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const bot = await findCourseBot({ req, courseId })
    if (!bot?.telegramBotId) throw new AppError({ code: 'courseHasNoBot', status: 409 })
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: { isPaused, changedAt: new Date().toISOString() },
      req,
    })
  })
}
