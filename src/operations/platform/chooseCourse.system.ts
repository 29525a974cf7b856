import type { PayloadRequest } from 'payload'

import type { ChooseCourseRequest, ChooseCourseResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { askForBot } from '../bots/askForBot.system.ts'
import { findHolder } from '../bots/findHolder.system.ts'
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
    const holder = await findHolder({ req, telegramBotId, ownerTelegramId: telegramUserId })
    const bot = await askForBot({ req, courseId })
    const isServed = holder?.mayHold === true
    if (isServed && holder.botId !== bot.id) return gone
    const isTaken = bot.telegramBotId && bot.telegramBotId !== telegramBotId && bot.state !== 'needsRelink'
    if (isTaken) return gone
    // Whoever holds it without a right to loses it when its token is saved.
    if (!isServed) await openRequest({ req, course, creatorId: creator.id, telegramBotId })
    const { username, name } = managed
    return {
      action: 'adopt',
      botId: bot.id,
      courseTitle: course.title,
      bot: { telegramBotId, username, name },
    }
  })
