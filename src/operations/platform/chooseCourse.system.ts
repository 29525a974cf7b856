import type { PayloadRequest } from 'payload'

import type { ChooseCourseRequest, ChooseCourseResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { askForBot } from '../bots/askForBot.system.ts'
import { openRequest } from '../bots/openRequest.system.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { idOf } from '../idOf.ts'
import { inTransaction } from '../inTransaction.ts'
import { findLinkedCreator } from './findLinkedCreator.system.ts'
import { findManagedBot } from './findManagedBot.system.ts'

/**
 * The owner of a managed bot says which course it is for. Both have to be theirs: what a button carries can be made
 * up. Repeating it answers the same.
 */
export const chooseCourse = async (
  req: PayloadRequest,
  { telegramUserId, telegramBotId, courseId }: ChooseCourseRequest,
): Promise<ChooseCourseResponse> =>
  inTransaction(req, async () => {
    const gone = { action: 'gone' } as const
    const managed = await findManagedBot(req, telegramBotId)
    const creator = await findLinkedCreator(req, telegramUserId)
    if (managed?.ownerTelegramId !== telegramUserId || creator === null) return gone
    await lockCourse({ req, courseId })
    const course = await req.payload.findByID({
      collection: slugs.courses,
      id: courseId,
      disableErrors: true,
      joins: false,
      req,
    })
    if (!course || idOf(course.creator) !== creator.id) return gone
    const { docs: serving } = await req.payload.find({
      collection: slugs.bots,
      where: { telegramBotId: { equals: telegramBotId } },
      limit: 1,
      pagination: false,
      req,
    })
    const bot = await askForBot({ req, courseId })
    if (serving[0] && serving[0].id !== bot.id) return gone
    const isTaken = bot.telegramBotId && bot.telegramBotId !== telegramBotId && bot.state !== 'needsRelink'
    if (isTaken) return gone
    if (!serving[0]) await openRequest({ req, course, creatorId: creator.id, telegramBotId })
    const { username, name } = managed
    return {
      action: 'adopt',
      botId: bot.id,
      courseTitle: course.title,
      bot: { telegramBotId, username, name },
    }
  })
