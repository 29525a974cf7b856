import type { PoolClient } from 'pg'

import { learnerName } from '../learnerName.ts'
import type { RecordOf } from './writeRecords.ts'

type Row = {
  enrollment: string
  course: string
  learner: string
  kind: string
  key: string | null
  effect: unknown
  due: string
}

/** Each with the outbox row that sends it. What there is already of its kind and key is not told a second time. */
const insertNotices = (client: PoolClient, rows: Row[], now: string) =>
  client.query({
    name: 'write-notices',
    text: `
      WITH written AS (
        INSERT INTO notices (enrollment_id, course_id, learner_name, kind, key, effect, status, created_at, due_at)
        SELECT k.enrollment, k.course, k.learner, k.kind::enum_notices_kind, k.key, k.effect, 'waiting',
               $2::timestamptz, k.due
        FROM jsonb_to_recordset($1::jsonb) AS k(enrollment uuid, course uuid, learner text, kind text, key text,
             effect jsonb, due timestamptz)
        ORDER BY k.enrollment, k.kind, k.key
        ON CONFLICT (enrollment_id, kind, key) DO NOTHING
        RETURNING id, due_at
      )
      INSERT INTO outbox (topic, subject, due_at, times_queued)
      SELECT 'notice', id::text, due_at, 0 FROM written`,
    values: [JSON.stringify(rows), now],
  })

/** Steps that open while others still wait to be told go with them, at the time of those. */
const joinWaiting = async (client: PoolClient, rows: Row[]): Promise<Set<string>> => {
  const { rows: joined } = await client.query<{ enrollment: string }>({
    name: 'join-notices',
    text: `
      WITH k AS (
        SELECT * FROM jsonb_to_recordset($1::jsonb) AS k(enrollment uuid, effect jsonb)
      ), held AS (
        SELECT n.id FROM notices n JOIN k ON k.enrollment = n.enrollment_id
        WHERE n.kind = 'unlocks' AND n.status = 'waiting' ORDER BY n.id FOR UPDATE OF n
      )
      UPDATE notices n
      SET effect = k.effect || jsonb_build_object('stepIds', (n.effect->'stepIds') || (k.effect->'stepIds'))
      FROM k, held WHERE n.id = held.id AND k.enrollment = n.enrollment_id
      RETURNING n.enrollment_id AS enrollment`,
    values: [JSON.stringify(rows)],
  })
  return new Set(joined.map(({ enrollment }) => enrollment))
}

type Unlocked = { stepIds: string[] }

/** Those of one learner as one. */
const asOne = (rows: Row[]): Row[] => {
  const byLearner = new Map<string, Row>()
  for (const row of rows) {
    const before = byLearner.get(row.enrollment)
    const stepIds = [
      ...((before?.effect as Unlocked | undefined)?.stepIds ?? []),
      ...(row.effect as Unlocked).stepIds,
    ]
    byLearner.set(row.enrollment, { ...row, effect: { ...(row.effect as Unlocked), stepIds } })
  }
  return [...byLearner.values()]
}

export const writeNotices = async (
  client: PoolClient,
  notices: RecordOf<'notice'>[],
  now: string,
): Promise<void> => {
  const rows = notices.map(({ record, change: { row } }): Row => {
    const { kind, key, effect, dueAt } = record
    const learner = learnerName(row)
    return { enrollment: row.enrollmentId, course: row.courseId, learner, kind, key, effect, due: dueAt }
  })
  const unlocks = asOne(rows.filter(({ kind }) => kind === 'unlocks'))
  const joined = unlocks.length === 0 ? new Set<string>() : await joinWaiting(client, unlocks)
  const others = rows.filter(({ kind }) => kind !== 'unlocks')
  const fresh = [...others, ...unlocks.filter(({ enrollment }) => !joined.has(enrollment))]
  if (fresh.length > 0) await insertNotices(client, fresh, now)
}
