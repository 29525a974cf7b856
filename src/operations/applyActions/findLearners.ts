import type { PoolClient } from 'pg'

import type { LearnerKey } from './lockLearners.ts'

/** Which of these are learners, whoever holds their rows. */
export const findLearners = async (client: PoolClient, keys: LearnerKey[]): Promise<LearnerKey[]> => {
  const { rows } = await client.query<LearnerKey>({
    name: 'find-learners',
    text: `
      SELECT k.bot_id AS "botId", k.telegram_id::float8 AS "telegramUserId"
      FROM unnest($1::uuid[], $2::numeric[]) AS k(bot_id, telegram_id)
      JOIN bots b ON b.id = k.bot_id
      JOIN users u ON u.telegram_id = k.telegram_id
      JOIN enrollments e ON e.course_id = b.course_id AND e.user_id = u.id`,
    values: [keys.map(({ botId }) => botId), keys.map(({ telegramUserId }) => telegramUserId)],
  })
  return rows
}
