import type { PoolClient } from 'pg'

import { isTesterSql } from './isTesterSql.ts'
import { learnerColumns } from './learnerColumns.ts'
import type { LearnerRow } from './types.ts'

export type LearnerKey = { botId: string; telegramUserId: number }

type LockedLearner = LearnerRow & { botId: string; isTesting: boolean }

/**
 * Locks the learners' rows in id order, so that no two batches wait for each other in a circle; a row held
 * elsewhere is left out, or waited for. The course's pointer is read here, so there is no cache of it to
 * go stale; so is whether somebody tests the course now instead.
 */
export const lockLearners = async (
  client: PoolClient,
  keys: LearnerKey[],
  whenHeld: 'skip' | 'wait' = 'skip',
): Promise<LockedLearner[]> => {
  const { rows } = await client.query<LockedLearner>({
    name: `lock-learners-${whenHeld}`,
    text: `
      SELECT ${learnerColumns}, b.id AS "botId",
             CASE WHEN c.is_published AND NOT c.is_archived AND NOT b.is_paused AND b.is_proven AND NOT b.is_removing
                  THEN c.current_release_id END AS "releaseId",
             ${isTesterSql} AS "isTesting"
      FROM unnest($1::uuid[], $2::numeric[]) AS k(bot_id, telegram_id)
      JOIN bots b ON b.id = k.bot_id
      JOIN courses c ON c.id = b.course_id
      JOIN users u ON u.telegram_id = k.telegram_id
      JOIN enrollments e ON e.course_id = c.id AND e.user_id = u.id
      ORDER BY e.id
      FOR UPDATE OF e ${whenHeld === 'skip' ? 'SKIP LOCKED' : ''}`,
    values: [keys.map(({ botId }) => botId), keys.map(({ telegramUserId }) => telegramUserId)],
  })
  return rows
}
