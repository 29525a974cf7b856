import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

type Row = { telegramId: number | null; username: string | null; hasEmail: boolean }

/** How an account is linked now: what a request knows of its person may be some seconds old. */
export const readTelegramLink = async (req: PayloadRequest, userId: string): Promise<Row> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT telegram_id::float8 AS "telegramId", username, email IS NOT NULL AS "hasEmail"
    FROM users WHERE id = ${userId}::uuid`)
  return (rows as Row[])[0] ?? { telegramId: null, username: null, hasEmail: false }
}
