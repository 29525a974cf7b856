import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { Bot } from '../../payload-types.ts'
import { idOf } from '../idOf.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * The course's `botUsername` follows without a version of the course: nobody edited it. What the bot's own row said
 * before tells nothing of it: a managed bot's has the name before the bot is set up.
 */
export const followIdentity = async (options: {
  req: PayloadRequest
  bot: Bot
  identity: { username: string }
}): Promise<void> => {
  const { req, bot, identity } = options
  const courseId = idOf(bot.course)
  if (courseId === null) return
  const db = await transactionOf(req)
  await db.execute(sql`
    UPDATE courses SET bot_username = ${identity.username}
    WHERE id = ${courseId}::uuid AND bot_username IS DISTINCT FROM ${identity.username}`)
}
