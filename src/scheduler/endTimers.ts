import type { Pool } from 'pg'

import type { TimerKind } from '../lesson/engine/systemEvent.ts'
import { applySystemEvents } from '../operations/applyActions/applySystemEvents.system.ts'
import { inClientTransaction } from '../operations/inClientTransaction.ts'

type Row = { id: string; enrollmentId: string; kind: TimerKind; stepId: string; attempt: number }

/**
 * Ends the timers that are due, the longest due first. A timer goes in the transaction that writes what came of it.
 * Who is acting just now is left for the next time: no transaction waits for another.
 *
 * @param now ISO, product time
 * @returns how many ended
 */
export const endTimers = (
  pool: Pool,
  { now, most }: { now: string; most: number },
): Promise<{ count: number }> =>
  inClientTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>({
      name: 'claim-timers',
      text: `
        SELECT id, enrollment_id AS "enrollmentId", kind::text AS kind, step AS "stepId", attempt::int AS attempt
        FROM timers WHERE due_at <= $1::timestamptz
        ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`,
      values: [now, most],
    })
    if (rows.length === 0) return { count: 0 }
    const { missed } = await applySystemEvents(client, {
      events: rows.map(({ enrollmentId, kind, stepId, attempt }) => ({
        enrollmentId,
        event: { type: 'timeUp', kind, stepId, attempt },
      })),
      now,
      whenHeld: 'skip',
    })
    const ended = rows.filter(({ enrollmentId }) => !missed.has(enrollmentId)).map(({ id }) => id)
    // One that was written anew meanwhile waits for its new time.
    await client.query('DELETE FROM timers WHERE id = ANY($1::uuid[]) AND due_at <= $2::timestamptz', [
      ended,
      now,
    ])
    return { count: ended.length }
  })
