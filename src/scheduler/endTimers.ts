import type { Pool } from 'pg'

import type { TimerKind } from '../lesson/engine/systemEvent.ts'
import { applySystemEvents } from '../operations/applyActions/applySystemEvents.system.ts'
import { inClientTransaction } from '../operations/inClientTransaction.ts'

type Row = {
  id: string
  course: string
  enrollmentId: string
  kind: TimerKind
  stepId: string
  attempt: number
  dueAt: Date
}

export type EndedTimer = Pick<Row, 'course' | 'kind' | 'dueAt'>

/**
 * Ends timers that are due, in each of these courses the longest due first. A timer goes in the transaction that writes
 * what came of it. Who is acting just now is left for the next time: no transaction waits for another.
 *
 * @param now ISO, product time
 * @param most of each course
 */
export const endTimers = (
  pool: Pool,
  { now, courses, most }: { now: string; courses: string[]; most: number },
): Promise<EndedTimer[]> =>
  inClientTransaction(pool, async (client) => {
    const { rows } = await client.query<Row>({
      name: 'claim-timers',
      text: `
        SELECT t.* FROM unnest($2::text[]) AS c(course) CROSS JOIN LATERAL (
          SELECT id, t.course, enrollment_id AS "enrollmentId", kind::text AS kind, step AS "stepId",
                 attempt::int AS attempt, due_at AS "dueAt"
          FROM timers t WHERE t.course = c.course AND t.due_at <= $1::timestamptz
          ORDER BY t.due_at LIMIT $3 FOR UPDATE SKIP LOCKED) t`,
      values: [now, courses, most],
    })
    if (rows.length === 0) return []
    const inOrder = rows.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
    const { missed } = await applySystemEvents(client, {
      events: inOrder.map(({ enrollmentId, kind, stepId, attempt }) => ({
        enrollmentId,
        event: { type: 'timeUp', kind, stepId, attempt },
      })),
      now,
      whenHeld: 'skip',
    })
    const ended = rows.filter(({ enrollmentId }) => !missed.has(enrollmentId))
    // One that was written anew meanwhile waits for its new time.
    await client.query({
      name: 'delete-timers',
      text: 'DELETE FROM timers WHERE id = ANY($1::uuid[]) AND due_at <= $2::timestamptz',
      values: [ended.map(({ id }) => id), now],
    })
    return ended
  })
