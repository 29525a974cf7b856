import type { PayloadRequest } from 'payload'

import { maxTesters } from '../../contracts/joinTest.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { Bot, Course } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/**
 * How many more may test a locked course. Telegram lets the owner of a managed bot in, and ten besides: a creator who is
 * not its owner is one of these.
 */
export const countFreePlaces = async (options: {
  req: PayloadRequest
  course: Course
  bot: Bot
}): Promise<number> => {
  const { req, course, bot } = options
  const { totalDocs } = await req.payload.count({
    collection: slugs.testers,
    where: { and: [{ course: { equals: course.id } }, { isCreator: { equals: false } }] },
    req,
  })
  const creatorId = idOf(course.creator)
  const creator =
    creatorId === null
      ? null
      : await req.payload.findByID({ collection: slugs.users, id: creatorId, disableErrors: true, req })
  const needsPlace =
    bot.isManaged && Boolean(creator?.telegramId) && creator?.telegramId !== bot.ownerTelegramId
  return maxTesters - totalDocs - (needsPlace ? 1 : 0)
}
