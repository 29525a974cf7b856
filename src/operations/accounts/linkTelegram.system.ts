import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { TelegramPerson } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { transactionOf } from '../transactionOf.ts'
import { detachTelegram } from './detachTelegram.system.ts'
import { moveLearning } from './moveLearning.system.ts'
import { moveReviewing } from './moveReviewing.system.ts'

type Row = { id: string; telegramId: number | null; isLearner: boolean; isActive: boolean }

/**
 * Holds a learner's row and everything that hangs on it, so that nobody begins a course meanwhile whose enrollment would
 * be left behind. Enrollments first, as everybody takes them who learns.
 */
const holdLearner = async (db: Awaited<ReturnType<typeof transactionOf>>, id: string): Promise<void> => {
  await db.execute(sql`SELECT 1 FROM enrollments WHERE user_id = ${id}::uuid ORDER BY id FOR UPDATE`)
  await db.execute(sql`SELECT 1 FROM users WHERE id = ${id}::uuid FOR UPDATE`)
}

/** What was chosen in chats goes on to hold there. */
const moveSettings = (
  db: Awaited<ReturnType<typeof transactionOf>>,
  { from, to }: { from: string; to: string },
) =>
  db.execute(sql`
    UPDATE users u SET locale = o.locale, time_zone = o.time_zone, reminders_enabled = o.reminders_enabled,
      quiet_from = o.quiet_from, quiet_to = o.quiet_to
    FROM users o WHERE u.id = ${to}::uuid AND o.id = ${from}::uuid`)

/**
 * Gives an account the Telegram account of that person. Whoever only learned so far has a row without an address:
 * what they learned moves to the account, and the empty row goes, if `takesLearning`.
 * @returns `taken`: the Telegram account belongs to another account with an address; `gone`: the account is no more;
 * `learner`: they have learned, and nothing was changed
 */
export const linkTelegram = async (options: {
  req: PayloadRequest
  userId: string
  person: TelegramPerson
  takesLearning: boolean
}): Promise<'linked' | 'taken' | 'gone' | 'learner'> => {
  const { req, userId, person, takesLearning } = options
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT id, telegram_id::float8 AS "telegramId", (email IS NULL AND role = 'student') AS "isLearner",
           is_active AS "isActive"
    FROM users WHERE id = ${userId}::uuid OR telegram_id = ${person.id}::numeric
    ORDER BY id FOR NO KEY UPDATE`)
  const found = rows as Row[]
  const account = found.find(({ id }) => id === userId)
  const holder = found.find(({ telegramId }) => telegramId === person.id)
  if (!account?.isActive) return 'gone'
  if (holder && holder.id !== userId) {
    if (!holder.isLearner) return 'taken'
    // Somebody who was barred as a learner does not come back by another door.
    if (!holder.isActive) return 'taken'
    if (!takesLearning) return 'learner'
  }
  if (account.telegramId !== null && account.telegramId !== person.id) await detachTelegram({ req, userId })
  if (holder && holder.id !== userId) {
    await holdLearner(db, holder.id)
    await moveLearning(db, { from: holder.id, to: userId })
    await moveSettings(db, { from: holder.id, to: userId })
    await moveReviewing(db, { from: holder.id, to: userId })
    await db.execute(sql`DELETE FROM users WHERE id = ${holder.id}::uuid`)
  }
  await db.execute(sql`
    UPDATE users
    SET telegram_id = ${person.id}::numeric, username = ${person.username},
        language_code = coalesce(${person.languageCode}, language_code)
    WHERE id = ${userId}::uuid`)
  if (account.telegramId !== person.id)
    await auditRequest(req, { act: 'telegramLinked', on: slugs.users, id: userId })
  return 'linked'
}
