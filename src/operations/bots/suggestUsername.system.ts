import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'
import { usernameFrom } from './usernameFrom.ts'

const mostAttempts = 1000

/** A username made from the title that no bot of ours has and nobody was promised. Telegram may still know another. */
export const suggestUsername = async (options: { req: PayloadRequest; title: string }): Promise<string> => {
  const { req, title } = options
  const db = await transactionOf(req)
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    const username = usernameFrom(title, attempt)
    const { rows } = await db.execute(sql`
      SELECT 1 FROM bots WHERE lower(username) = ${username}
      UNION ALL SELECT 1 FROM managed_bots WHERE lower(username) = ${username}
      UNION ALL SELECT 1 FROM bot_requests WHERE lower(suggested_username) = ${username} AND state = 'open'
      LIMIT 1`)
    if (rows.length === 0) return username
  }
  return usernameFrom(title, Date.now() % 1_000_000)
}
