import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

type Holder = { botId: string; courseTitle: string; isRemoving: boolean; mayHold: boolean }

/**
 * The row that has this Telegram bot. A pasted token that nobody has proven may be made up: it counts only in the
 * course of the bot's owner, and neither gets the bot's real token nor keeps the owner from their bot.
 */
export const findHolder = async (options: {
  req: PayloadRequest
  telegramBotId: number
  ownerTelegramId: number
}): Promise<Holder | undefined> => {
  const { req, telegramBotId, ownerTelegramId } = options
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT b.id AS "botId", c.title AS "courseTitle", b.is_removing AS "isRemoving",
           b.is_proven OR b.is_managed OR coalesce(u.telegram_id = ${ownerTelegramId}::numeric, false) AS "mayHold"
    FROM bots b JOIN courses c ON c.id = b.course_id LEFT JOIN users u ON u.id = c.creator_id
    WHERE b.telegram_bot_id = ${telegramBotId}::numeric`)
  return rows[0] as Holder | undefined
}
