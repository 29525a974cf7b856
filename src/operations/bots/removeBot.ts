import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { inTransaction } from '../inTransaction.ts'
import { requireCourseBot } from './requireCourseBot.ts'

/**
 * Lets the course's bot go: its webhook is deleted first, then its token is forgotten. The bot itself stays its
 * owner's; learners' progress stays with the course.
 * @throws {AppError} courseHasNoBot (409), courseNotFound (404)
 */
export const removeBot = async (options: { req: PayloadRequest; courseId: string }): Promise<void> => {
  const { req } = options
  await inTransaction(req, async () => {
    const bot = await requireCourseBot(options)
    await req.payload.update({
      collection: slugs.bots,
      id: bot.id,
      data: {
        isRemoving: true,
        state: 'removing',
        // What is reported of the bot as it was counts for nothing any more.
        secretVersion: bot.secretVersion + 1,
        changedAt: new Date().toISOString(),
      },
      req,
    })
  })
}
