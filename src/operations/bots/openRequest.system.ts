import type { PayloadRequest } from 'payload'

import { now } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { BotRequest, Course } from '../../payload-types.ts'
import { closeRequest } from './closeRequest.system.ts'
import { suggestUsername } from './suggestUsername.system.ts'

const lifetimeMs = 24 * 60 * 60_000
const mostNameCharacters = 64

/** Makes the request for a locked course's bot; an older one that is still open gives way. */
export const openRequest = async (options: {
  req: PayloadRequest
  course: Course
  creatorId: string
  /** A bot that is there already. */
  telegramBotId?: number
}): Promise<BotRequest> => {
  const { req, course, creatorId, telegramBotId } = options
  await closeRequest({ req, courseId: course.id, state: 'cancelled' })
  return req.payload.create({
    collection: slugs.botRequests,
    data: {
      course: course.id,
      creator: creatorId,
      suggestedUsername: await suggestUsername({ req, title: course.title }),
      name: [...course.title.trim()].slice(0, mostNameCharacters).join(''),
      state: 'open',
      telegramBotId,
      expiresAt: new Date(now().getTime() + lifetimeMs).toISOString(),
    },
    req,
  })
}
