import type { PoolClient } from 'pg'

import { defaultQuietHours, type LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LearnerKey } from './lockLearners.ts'
import type { LearnerRow } from './types.ts'

/** A setting as the tester has chosen it in the test, if they have; else as it is anywhere. */
const chosen = (name: keyof LearnerSettings, known: string, type = 'text') =>
  `CASE WHEN t.state->'chosen' ? '${name}' THEN (t.state->'chosen'->>'${name}')::${type} ELSE ${known} END AS "${name}"`

/** Of whoever has no account yet: as those have it who have chosen nothing. */
const otherwise = (column: string, minutes: number) =>
  `CASE WHEN u.id IS NULL THEN ${minutes} ELSE u.${column}::int END`

/**
 * Locks the rows of testers as `lockLearners` does those of learners, and after them. What they learn is the release that
 * was made for the test, whether or not the course is published.
 * @param keys of people who test now
 */
export const lockTesters = async (
  client: PoolClient,
  keys: LearnerKey[],
  whenHeld: 'skip' | 'wait',
): Promise<(LearnerRow & { botId: string })[]> => {
  const { rows } = await client.query<LearnerRow & { botId: string }>({
    name: `lock-testers-${whenHeld}`,
    text: `
      SELECT true AS "isTest", t.id AS "enrollmentId", u.id AS "userId", t.telegram_id::float8 AS "telegramId",
             b.id AS "botId", c.id AS "courseId", t.state, t.updates, coalesce(u.is_active, true) AS "isUserActive",
             u.first_name AS "firstName", u.last_name AS "lastName", u.username, u.language_code AS "languageCode",
             ${chosen('locale', 'u.locale::text')}, ${chosen('timeZone', 'u.time_zone')},
             ${chosen('remindersEnabled', 'coalesce(u.reminders_enabled, true)', 'boolean')},
             ${chosen('quietFrom', otherwise('quiet_from', defaultQuietHours.from), 'int')}, ${chosen('quietTo', otherwise('quiet_to', defaultQuietHours.to), 'int')},
             c.language::text AS "courseLanguage", c.rating::float8 AS rating,
             CASE WHEN NOT c.is_archived AND NOT b.is_paused AND b.is_proven AND NOT b.is_removing
                  THEN b.preview_release_id END AS "releaseId"
      FROM unnest($1::uuid[], $2::numeric[]) AS k(bot_id, telegram_id)
      JOIN bots b ON b.id = k.bot_id
      JOIN courses c ON c.id = b.course_id
      JOIN testers t ON t.course_id = c.id AND t.telegram_id = k.telegram_id
      LEFT JOIN users u ON u.telegram_id = k.telegram_id
      ORDER BY t.id
      FOR UPDATE OF t ${whenHeld === 'skip' ? 'SKIP LOCKED' : ''}`,
    values: [keys.map(({ botId }) => botId), keys.map(({ telegramUserId }) => telegramUserId)],
  })
  return rows
}
