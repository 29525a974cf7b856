import type { PoolClient } from 'pg'

import { isTesterSql } from './isTesterSql.ts'
import type { LearnerKey } from './lockLearners.ts'

/** Which of these test the course of their bot now. A creator has no row before they act for the first time. */
export const findTesters = async (
  client: PoolClient,
  keys: LearnerKey[],
): Promise<(LearnerKey & { hasRow: boolean })[]> => {
  const { rows } = await client.query<LearnerKey & { hasRow: boolean }>({
    name: 'find-testers',
    text: `
      SELECT k.bot_id AS "botId", k.telegram_id::float8 AS "telegramUserId", t.id IS NOT NULL AS "hasRow"
      FROM unnest($1::uuid[], $2::numeric[]) AS k(bot_id, telegram_id)
      JOIN bots b ON b.id = k.bot_id AND b.preview_release_id IS NOT NULL
      JOIN courses c ON c.id = b.course_id
      LEFT JOIN users u ON u.telegram_id = k.telegram_id
      LEFT JOIN testers t ON t.course_id = c.id AND t.telegram_id = k.telegram_id
      WHERE ${isTesterSql}`,
    values: [keys.map(({ botId }) => botId), keys.map(({ telegramUserId }) => telegramUserId)],
  })
  return rows
}
