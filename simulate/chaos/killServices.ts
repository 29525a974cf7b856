import { setTimeout as pause } from 'node:timers/promises'

import { Redis } from 'ioredis'
import { Client } from 'pg'

const againWithinMs = 60_000

const until = async (isThere: () => Promise<boolean>, what: string): Promise<void> => {
  for (const deadline = Date.now() + againWithinMs; Date.now() < deadline; await pause(50))
    if (await isThere().catch(() => false)) return
  throw new Error(`${what} did not come back`)
}

/** Of the server's first process, below which all others live; it stands in a file that a superuser may read. */
const askPostgres = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>(
      `SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int AS pid`,
    )
    return rows[0]?.pid ?? 0
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
    const pid = await askPostgres(urls.postgres)
    process.kill(pid, 'SIGKILL')
    await until(async () => (await askPostgres(urls.postgres)) !== pid, 'PostgreSQL')
  },
  redis: async (): Promise<void> => {
    const pid = await askRedis(urls.redis)
    process.kill(pid, 'SIGKILL')
    await until(async () => (await askRedis(urls.redis)) !== pid, 'Redis')
  },
})
