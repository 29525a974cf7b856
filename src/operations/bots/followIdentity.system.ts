import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { Bot } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'

/** The course's `botUsername` follows without a version of the course: nobody edited it. */
export const followIdentity = async (options: {
  req: PayloadRequest
  /** As it was before. */
  bot: Bot
  identity: { username: string }
}): Promise<void> => {
  const { req, bot, identity } = options
  const courseId = idOf(bot.course)
  if (courseId === null || identity.username === bot.username) return
  await req.payload.db.updateOne({
    collection: slugs.courses,
    id: courseId,
    data: { botUsername: identity.username },
    req,
    returning: false,
  })
}
