import type { Pool } from 'pg'

import { now } from '../../clock.ts'
import type { TelegramIdentity } from './readInitData.ts'

/** The account of a Telegram account, made if there is none. What Telegram tells of a learner is taken over. */
export const findOrMakeUser = async (
  pool: Pool,
  user: TelegramIdentity['user'],
): Promise<{ id: string; isActive: boolean }> => {
  const { rows } = await pool.query<{ id: string; isActive: boolean }>(
    `INSERT INTO users (telegram_id, first_name, last_name, username, language_code, role, is_active,
                        subscription_plan, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'student', true, 'free', $6, $6)
     ON CONFLICT (telegram_id) DO UPDATE SET updated_at = users.updated_at
     RETURNING id, is_active AS "isActive"`,
    [
      user.id,
      user.first_name,
      user.last_name || null,
      user.username ?? null,
      user.language_code ?? null,
      now(),
    ],
  )
  return rows[0]!
}
