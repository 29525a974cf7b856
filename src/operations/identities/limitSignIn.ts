import { createHash } from 'node:crypto'

import { RateLimiterRes } from 'rate-limiter-flexible'

import { AppError } from '../../errors/AppError.ts'
import { processState } from '../../processState.ts'

/** @throws {AppError} tooManyRequests (429) when an address signs in too often, or one initData comes again and again */
export const limitSignIn = async ({
  address,
  initData,
}: {
  address: string
  initData: string
}): Promise<void> => {
  const { signInLimiter, initDataLimiter } = processState()
  const digest = createHash('sha256').update(initData).digest('base64url')
  try {
    await signInLimiter?.consume(address)
    await initDataLimiter?.consume(digest)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    throw new AppError({ code: 'tooManyRequests', status: 429, details: { seconds } })
  }
}
