import { Redis } from 'ioredis'

import { describeError } from './describeError.ts'
import type { Logger } from './logger.ts'

const pingLimitMs = 1000
/** Longer waits would leave the queues standing after Redis is back. */
const longestReconnectMs = 2000

/** The process's own connection (workers make theirs); it reconnects for ever and says once that it is lost. */
export const connectRedis = (url: string, log: Logger): Redis => {
  const redis = new Redis(url, {
    maxRetriesPerRequest: 1,
    retryStrategy: (tries) => Math.min(longestReconnectMs, tries * 100),
  })
  let isLost = false
  redis.on('error', (error) => {
    if (!isLost) log.warn({ error: describeError(error) }, 'Redis is away')
    isLost = true
  })
  redis.on('ready', () => {
    if (isLost) log.info('Redis is back')
    isLost = false
  })
  return redis
}

export const isRedisUp = async (redis: Redis): Promise<boolean> => {
  if (redis.status !== 'ready') return false
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), pingLimitMs)
  const ping = redis.ping().then(
    () => true,
    () => false,
  )
  return Promise.race([ping, late]).finally(() => clearTimeout(timer))
}
