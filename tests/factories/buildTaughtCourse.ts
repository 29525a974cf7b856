import { randomBytes } from 'node:crypto'

import { createLocalReq, type Payload } from 'payload'

import { attachBot } from '../../src/operations/bots/attachBot.ts'
import type { Bot } from '../../src/payload-types.ts'
import { buildCourse } from './buildCourse.ts'

let lastBotId = 6_000_000

/** A token of BotFather's form, of a bot that no Telegram knows. */
export const buildToken = (telegramBotId = (lastBotId += 1)): string =>
  `${telegramBotId}:${randomBytes(27).toString('base64url').slice(0, 35)}`

/** A published course that has its bot; learners can act in it through the actions endpoint. */
export const buildTaughtCourse = async (
  payload: Payload,
  options: Parameters<typeof buildCourse>[1] & { token?: string } = {},
) => {
  const built = await buildCourse(payload, { isPublished: true, ...options })
  const req = await createLocalReq({ user: built.author.user }, payload)
  await attachBot({ req, courseId: built.course.id, token: options.token ?? buildToken() })
  const { docs } = await payload.update({
    collection: 'bots',
    where: { course: { equals: built.course.id } },
    // As after the author's /start in it.
    data: { isProven: true, changedAt: new Date().toISOString() },
    showHiddenFields: true,
  })
  return { ...built, bot: docs[0] as Bot }
}
