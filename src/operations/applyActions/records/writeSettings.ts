import type { PoolClient } from 'pg'

import type { RecordOf } from './writeRecords.ts'

/**
 * What waits for these people in all their courses is by another clock now: it comes due, and is reckoned anew. Who acts
 * just now, and so is held, has it reckoned at its time.
 */
const replanPeople = (client: PoolClient, userIds: string[], now: string) =>
  client.query({
    name: 'replan-people',
    text: `
      WITH held AS (
        SELECT t.id FROM timers t JOIN enrollments e ON e.id = t.enrollment_id
        WHERE e.user_id = ANY($1::uuid[]) AND t.kind IN ('drip', 'unlock') AND t.due_at > $2::timestamptz
        FOR UPDATE OF t SKIP LOCKED
      )
      UPDATE timers t SET due_at = $2::timestamptz FROM held WHERE t.id = held.id`,
    values: [userIds, now],
  })

/** What people have chosen anew; of the same person's rows in one batch the last one counts. Locked in id order. */
export const writeSettings = async (
  client: PoolClient,
  settings: RecordOf<'settings'>[],
  now: string,
): Promise<void> => {
  const changes = new Map<string, object>()
  for (const { record, change } of settings) {
    const { userId } = change.row
    changes.set(userId, { ...changes.get(userId), ...record.change })
  }
  await client.query({
    name: 'write-settings',
    text: `
      WITH k AS (
        SELECT id, change FROM jsonb_to_recordset($1::jsonb) AS k(id uuid, change jsonb)
      ), held AS (
        SELECT id FROM users WHERE id IN (SELECT id FROM k) ORDER BY id FOR NO KEY UPDATE
      )
      UPDATE users u SET
        locale = CASE WHEN change ? 'locale' THEN (change->>'locale')::enum_users_locale ELSE u.locale END,
        time_zone = CASE WHEN change ? 'timeZone' THEN change->>'timeZone' ELSE u.time_zone END,
        reminders_enabled = CASE WHEN change ? 'remindersEnabled' THEN (change->>'remindersEnabled')::boolean
                                 ELSE u.reminders_enabled END,
        quiet_from = CASE WHEN change ? 'quietFrom' THEN (change->>'quietFrom')::numeric ELSE u.quiet_from END,
        quiet_to = CASE WHEN change ? 'quietTo' THEN (change->>'quietTo')::numeric ELSE u.quiet_to END
      FROM k JOIN held USING (id) WHERE u.id = k.id`,
    values: [JSON.stringify([...changes].map(([id, change]) => ({ id, change })))],
  })
  const moved = [...changes].flatMap(([id, change]) => ('timeZone' in change ? [id] : []))
  if (moved.length > 0) await replanPeople(client, moved, now)
}
