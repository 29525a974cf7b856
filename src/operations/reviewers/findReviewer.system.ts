import type { Pool, PoolClient } from 'pg'

/** The active account that has this Telegram account, whoever it is: what it may review is asked of each submission. */
export const findReviewer = async (db: Pool | PoolClient, telegramUserId: number): Promise<string | null> => {
  const { rows } = await db.query<{ id: string }>(
    'SELECT id FROM users WHERE telegram_id = $1::numeric AND is_active',
    [telegramUserId],
  )
  return rows[0]?.id ?? null
}
