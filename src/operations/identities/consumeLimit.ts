import { RateLimiterRes } from 'rate-limiter-flexible'

import { AppError } from '../../errors/AppError.ts'
import type { Limiter } from '../../gateway/createLimiter.ts'

/** @throws {AppError} tooManyRequests (429) when the key has no points left; `details.seconds` says for how long */
export const consumeLimit = async (limiter: Limiter | undefined, key: string): Promise<void> => {
  try {
    await limiter?.consume(key)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new AppError({ code: 'tooManyRequests', status: 429, details: { seconds } })
  }
}
