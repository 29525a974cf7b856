import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'

export type Lease = {
  /** Aborted when the lease is lost: somebody else may hold it from then on. */
  lost: AbortSignal
  release: () => Promise<void>
}

const renewScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`
const releaseScript = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`

/**
 * Takes a lease that one holder at a time has, and renews it until it is released.
 * @returns null when somebody else holds it
 * @throws when Redis cannot be asked
 */
export const takeLease = async (options: {
  redis: Redis
  key: string
  ttlMs: number
}): Promise<Lease | null> => {
  const { redis, key, ttlMs } = options
  const token = randomUUID()
  let validUntil = Date.now() + ttlMs
  if ((await redis.set(key, token, 'PX', ttlMs, 'NX')) === null) return null

  const lost = new AbortController()
  const lose = () => {
    clearInterval(timer)
    lost.abort()
  }
  const renew = async (): Promise<void> => {
    const askedAt = Date.now()
    try {
      if ((await redis.eval(renewScript, 1, key, token, ttlMs)) === 1) validUntil = askedAt + ttlMs
      else lose()
    } catch {
      // Redis may be back before the lease has run out.
    }
  }
  const timer = setInterval(() => {
    // Checked apart from the renewal: that one may hang while Redis is away.
    if (Date.now() >= validUntil - ttlMs / 6) lose()
    else void renew()
  }, ttlMs / 3)

  return {
    lost: lost.signal,
    release: async () => {
      clearInterval(timer)
      // What cannot be released runs out by itself.
      if (!lost.signal.aborted) await redis.eval(releaseScript, 1, key, token).catch(() => 0)
    },
  }
}
