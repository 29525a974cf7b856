import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'
import { findLinkedCreator } from './findLinkedCreator.system.ts'

const most = 8

/** The creator's courses that no bot serves, newest first; null: this is no creator's Telegram account. */
export const findFreeCourses = async (
  req: PayloadRequest,
  telegramUserId: number,
): Promise<{ id: string; title: string }[] | null> => {
  const creator = await findLinkedCreator(req, telegramUserId)
  if (creator === null) return null
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT c.id, c.title FROM courses c LEFT JOIN bots b ON b.course_id = c.id
    WHERE c.creator_id = ${creator.id}::uuid AND NOT c.is_archived
      AND (b.telegram_bot_id IS NULL OR b.state = 'needsRelink')
    ORDER BY c.updated_at DESC, c.id LIMIT ${most}`)
  return rows as { id: string; title: string }[]
}
