import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { beginFarewell } from './beginFarewell.system.ts'
import { requireCourseBot } from './requireCourseBot.ts'

/**
 * Lets the course's bot go: its webhook is deleted and learners are told, then its token is forgotten. The bot itself
 * stays its owner's; learners' progress stays with the course.
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
    const course = await findOwnCourse(options)
    const isTeaching = course.isPublished && !course.isArchived && bot.isProven && !bot.isRemoving
    if (isTeaching) await beginFarewell({ req, botId: bot.id, reason: 'removed' })
  })
}
