import { setTimeout as pause } from 'node:timers/promises'

import { Redis } from 'ioredis'
import { Client } from 'pg'

import { parentOf } from '../../bench/lib/cpuTime.ts'

const againWithinMs = 60_000

const until = async (isThere: () => Promise<boolean>, what: string): Promise<void> => {
  for (const deadline = Date.now() + againWithinMs; Date.now() < deadline; await pause(50))
    if (await isThere().catch(() => false)) return
  throw new Error(`${what} did not come back`)
}

const askPostgres = async <Row extends object>(url: string, sql: string): Promise<Row | undefined> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows[0]
  } finally {
    await client.end()
  }
}

const askRedis = async (url: string): Promise<number> => {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true })
  redis.on('error', () => undefined)
  try {
    return Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1])
  } finally {
    redis.disconnect()
  }
}

/** PostgreSQL and Redis as `npm run simulate` runs them: whoever started them starts them again when they are gone. */
export const killServices = (urls: { postgres: string; redis: string }) => ({
  postgres: async (): Promise<void> => {
    const row = await askPostgres<{ pid: number }>(urls.postgres, 'SELECT pg_backend_pid() AS pid')
    const pid = parentOf(row?.pid ?? 0)
    process.kill(pid, 'SIGKILL')
    await until(async () => {
      const now = await askPostgres<{ pid: number }>(urls.postgres, 'SELECT pg_backend_pid() AS pid')
      return now !== undefined && parentOf(now.pid) !== pid
    }, 'PostgreSQL')
  },
  redis: async (): Promise<void> => {
    const pid = await askRedis(urls.redis)
    process.kill(pid, 'SIGKILL')
    await until(async () => (await askRedis(urls.redis)) !== pid, 'Redis')
  },
})
