import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Bot } from '../../payload-types.ts'
import { isUuid } from '../isUuid.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * The bot's row with all its fields, held together with its course until the transaction ends. The course first, as
 * everybody does who changes a bot: publishing holds it when it comes to the bot.
 * @throws {AppError} notFound (404)
 */
export const lockCourseBot = async (options: { req: PayloadRequest; botId: string }): Promise<Bot> => {
  const { req, botId } = options
  if (isUuid(botId)) {
    const db = await transactionOf(req)
    await db.execute(sql`
      SELECT 1 FROM courses WHERE id = (SELECT course_id FROM bots WHERE id = ${botId}::uuid) FOR NO KEY UPDATE`)
    await db.execute(sql`SELECT 1 FROM bots WHERE id = ${botId}::uuid FOR UPDATE`)
    const bot = await req.payload.findByID({
      collection: slugs.bots,
      id: botId,
      disableErrors: true,
      showHiddenFields: true,
      req,
    })
    if (bot) return bot
  }
  throw new AppError({ code: 'notFound', status: 404 })
}
