import type { Pool } from 'pg'

import { now } from '../../clock.ts'
import { checkEveryMs } from './checkEvery.ts'

/** So many at once; after a long outage all bots are due. */
const sliceSize = 50

/**
 * Asks for a look at the bots whose time has come, a slice of them. The next times are spread over a tenth of the
 * interval, so that bots made at once do not stay together. Any number of processes may do it at once: a row is
 * claimed once.
 * @returns how many
 */
export const scheduleChecks = async (pool: Pool): Promise<number> => {
  const at = now()
  const { rowCount } = await pool.query(
    `WITH due AS (
       SELECT id FROM bots b
       WHERE check_due_at <= $1::timestamptz AND sealed_token IS NOT NULL AND telegram_bot_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.topic = 'check' AND o.subject = b.id::text)
       ORDER BY check_due_at LIMIT $2 FOR UPDATE SKIP LOCKED),
     moved AS (
       UPDATE bots SET check_due_at = $1::timestamptz + make_interval(secs => $3 * (0.95 + 0.1 * random()))
       FROM due WHERE bots.id = due.id RETURNING bots.id)
     INSERT INTO outbox (topic, subject, due_at, times_queued)
     SELECT 'check', id::text, $1::timestamptz, 0 FROM moved`,
    [at, sliceSize, checkEveryMs / 1000],
  )
  return rowCount ?? 0
}
