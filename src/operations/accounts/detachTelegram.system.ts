import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { transactionOf } from '../transactionOf.ts'
import { moveLearning } from './moveLearning.system.ts'

/**
 * Takes the Telegram account from an account. What was learned in its chats stays with the Telegram account, which
 * is a learner of its own again: nobody loses their place in a course.
 */
export const detachTelegram = async (options: { req: PayloadRequest; userId: string }): Promise<void> => {
  const { req, userId } = options
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT u.telegram_id::float8 AS "telegramId",
           EXISTS (SELECT 1 FROM enrollments e WHERE e.user_id = u.id) AS "isLearner"
    FROM users u WHERE u.id = ${userId}::uuid FOR NO KEY UPDATE OF u`)
  const [account] = rows as { telegramId: number | null; isLearner: boolean }[]
  if (!account?.telegramId) return
  await db.execute(sql`UPDATE users SET telegram_id = NULL WHERE id = ${userId}::uuid`)
  await auditRequest(req, { act: 'telegramUnlinked', on: slugs.users, id: userId })
  // Messages in a chat that is theirs no more.
  await db.execute(sql`DELETE FROM review_cards WHERE user_id = ${userId}::uuid`)
  await db.execute(sql`DELETE FROM review_prompts WHERE user_id = ${userId}::uuid`)
  if (!account.isLearner) return
  const now = nowIso()
  const { rows: made } = await db.execute(sql`
    INSERT INTO users (telegram_id, first_name, last_name, username, language_code, role, is_active,
                       subscription_plan, locale, time_zone, reminders_enabled, quiet_from, quiet_to, created_at, updated_at)
    SELECT ${account.telegramId}::numeric, first_name, last_name, username, language_code, 'student', true, 'free',
           locale, time_zone, reminders_enabled, quiet_from, quiet_to, ${now}::timestamptz, ${now}::timestamptz
    FROM users WHERE id = ${userId}::uuid RETURNING id`)
  await moveLearning(db, { from: userId, to: (made[0] as { id: string }).id })
}
