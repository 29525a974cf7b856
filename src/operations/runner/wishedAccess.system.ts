import type { Payload } from 'payload'

import { maxTesters } from '../../contracts/joinTest.ts'
import type { WishedBot } from '../../contracts/runnerBots.ts'
import type { RunnerBotRow } from './runnerBotRow.ts'

/**
 * Whom Telegram is to let into a managed bot: everybody when the course is published or the bot let go, those who test
 * the course while that goes on. In between it stays as it is: a bot that was closed for a test waits for the publishing.
 */
export const wishedAccess = async (payload: Payload, bot: RunnerBotRow): Promise<WishedBot['access']> => {
  if (!bot.isManaged) return null
  if (bot.isServing || bot.isRemoving) return { isRestricted: false, userIds: [] }
  if (!bot.isTesting) return null
  const { rows } = await payload.db.pool.query<{ userId: number }>(
    `SELECT k.telegram_id::float8 AS "userId"
     FROM (SELECT u.telegram_id, 0 AS place FROM courses c JOIN users u ON u.id = c.creator_id
           WHERE c.id = $1 AND u.telegram_id IS NOT NULL
           UNION SELECT telegram_id, 1 FROM testers WHERE course_id = $1 AND NOT is_creator) k
     WHERE k.telegram_id IS DISTINCT FROM (SELECT owner_telegram_id FROM bots WHERE id = $2)
     GROUP BY k.telegram_id ORDER BY min(k.place), k.telegram_id LIMIT $3`,
    [bot.courseId, bot.id, maxTesters],
  )
  return { isRestricted: true, userIds: rows.map(({ userId }) => userId) }
}
