import type { Payload } from 'payload'

/** What signing in and background work change of their own accord. */
const restless: Record<string, string[]> = {
  users: ['login_attempts', 'lock_until', 'updated_at'],
  courses: ['students_count'],
  outbox: ['queued_at', 'times_queued'],
}

/** Every row of every table but sessions, so that a test can say: nothing has changed. */
export const snapshotTables = async (payload: Payload): Promise<Record<string, string[]>> => {
  const { pool } = payload.db
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'users_sessions' ORDER BY 1`,
  )
  const snapshot: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t ORDER BY 1`,
      [restless[name] ?? []],
    )
    snapshot[name] = rows.map(({ row }) => row)
  }
  return snapshot
}
