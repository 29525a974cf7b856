import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

/** Until the request's transaction ends, nobody else gives this Telegram bot to a course. */
export const lockBot = async (options: { req: PayloadRequest; telegramBotId: number }): Promise<void> => {
  const db = await transactionOf(options.req)
  await db.execute(sql`SELECT pg_advisory_xact_lock(${options.telegramBotId}::bigint)`)
}
