import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

/**
 * Counts in Redis for all web processes together; while Redis is away, each process counts for itself.
 * @param points allowed per key in `seconds`
 */
export const createLimiter = (options: { redis: Redis; name: string; points: number; seconds: number }) => {
  const { redis, name, points, seconds } = options
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `gongbu:limit:${name}`,
    points,
    duration: seconds,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory({ points, duration: seconds }),
  })
}

export type Limiter = ReturnType<typeof createLimiter>
