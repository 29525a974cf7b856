import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { Redis } from 'ioredis'

import { findOnPath } from '../../scripts/lib/findOnPath.ts'
import { freePort } from './freePort.ts'
import { waitFor } from './waitFor.ts'

const connect = (url: string) => {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true })
  redis.on('error', () => undefined)
  return redis
}

/** Cuts every connection to this database of Redis, and of no other; `isEmptied` as if it had started anew. */
export const cutRedis = async (url: string, { isEmptied = false } = {}): Promise<void> => {
  const redis = connect(url)
  const database = new URL(url).pathname.slice(1) || '0'
  const clients = String(await redis.client('LIST')).split('\n')
  const own = await redis.client('ID')
  for (const client of clients) {
    const id = /\bid=(\d+)/.exec(client)?.[1]
    if (id === undefined || id === String(own) || !client.includes(` db=${database} `)) continue
    await redis.call('CLIENT', 'KILL', 'ID', id)
  }
  if (isEmptied) await redis.flushdb()
  redis.disconnect()
}

/**
 * A Redis that a test may kill; it keeps nothing over a restart. Where there is no server to start, the
 * shared one stands in: its connections are cut and this worker's database is emptied.
 */
export const startOwnRedis = async (sharedUrl: string) => {
  const binary = findOnPath('redis-server', 'valkey-server')
  if (binary === undefined)
    return {
      url: sharedUrl,
      kill: () => cutRedis(sharedUrl, { isEmptied: true }),
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    }

  const folder = await mkdtemp(path.join(tmpdir(), 'gongbu-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess

  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder]
    server = spawn(binary, options, { stdio: 'ignore' })
    await waitFor('Redis to answer', async () => {
      const redis = connect(url)
      const answer = await redis.ping().catch(() => undefined)
      redis.disconnect()
      return answer === 'PONG'
    })
  }
  const kill = async () => {
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url,
    start,
    kill,
    stop: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
