import type { Payload } from 'payload'
import { Client } from 'pg'

import type { Env } from '../env.ts'
import { keepFactPartitions } from './keepFactPartitions.ts'
import { migrations } from '../migrations/index.ts'

/** Payload types its migrations' arguments as unknown. */
type Migrations = NonNullable<Parameters<Payload['db']['migrate']>[0]>['migrations']

/** Two numbers, unlike the locks by a Telegram id: the two kinds never meet. */
const lockKey = [7046, 1]

/**
 * Brings the database to this version. Processes that start together wait for each other on an advisory
 * lock, which needs a session of its own: hence the direct connection, past any pooler.
 */
export const migrate = async (payload: Payload, env: Env): Promise<void> => {
  const session = new Client({ connectionString: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL })
  await session.connect()
  try {
    await session.query('SELECT pg_advisory_lock($1, $2)', lockKey)
    await payload.db.migrate({ migrations: migrations as Migrations })
    await keepFactPartitions(payload.db.pool)
  } finally {
    await session.end()
  }
}

/** How many migrations of this version the database still lacks. */
export const countPendingMigrations = async (payload: Payload): Promise<number> => {
  const { rows } = await payload.db.pool.query<{ name: string }>('SELECT name FROM payload_migrations')
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name)).length
}
