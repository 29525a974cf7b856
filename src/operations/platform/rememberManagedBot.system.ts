import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { ManagedBotRequest } from '../../contracts/platform.ts'
import { transactionOf } from '../transactionOf.ts'

/** Telegram has no list of managed bots: ours is the only one. */
export const rememberManagedBot = async (
  req: PayloadRequest,
  { owner, bot }: ManagedBotRequest,
): Promise<void> => {
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO managed_bots (telegram_bot_id, username, name, owner_telegram_id, seen_at)
    VALUES (${bot.telegramBotId}::numeric, ${bot.username}, ${bot.name}, ${owner.id}::numeric,
            ${new Date().toISOString()}::timestamptz)
    ON CONFLICT (telegram_bot_id) DO UPDATE
    SET username = excluded.username, name = excluded.name, owner_telegram_id = excluded.owner_telegram_id,
        seen_at = excluded.seen_at`)
}
