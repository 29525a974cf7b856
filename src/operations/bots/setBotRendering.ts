import type { PayloadRequest } from 'payload'

import type { RenderingMode } from '../../contracts/runnerBots.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { findCourseBot } from './findCourseBot.system.ts'

/** How the course's lessons are sent. An earlier refusal of Telegram's is forgotten: it is asked anew. */
export const setBotRendering = async (options: {
  req: PayloadRequest
  courseId: string
  rendering: RenderingMode
}): Promise<void> => {
  const { req, courseId, rendering } = options
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const bot = await findCourseBot({ req, courseId })
    if (!bot?.telegramBotId) throw new AppError({ code: 'courseHasNoBot', status: 409 })
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: { rendering, richRefusedAt: null, changedAt: new Date().toISOString() },
      req,
    })
  })
}
