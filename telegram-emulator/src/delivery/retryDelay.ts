import { randomInt } from 'node:crypto'

const LONGEST_RETRY_AFTER_S = 3600

export interface RetryState {
  failCount: number
  /** Seconds of the last backoff step. */
  delay: number
}

/**
 * When to try again, in seconds, as the official server does it: Retry-After if the webhook gave one, else at
 * once after the first failure, then 2, 4, 8 … up to a random 60–120.
 */
export function retryDelay(state: RetryState, retryAfter: number): { seconds: number; next: RetryState } {
  const failCount = state.failCount + 1
  const asked = Math.min(Math.max(0, retryAfter), LONGEST_RETRY_AFTER_S)
  if (asked > 0 || state.failCount === 0) return { seconds: asked, next: { failCount, delay: state.delay } }
  const delay = Math.min(randomInt(60, 121), state.delay * 2)
  return { seconds: delay, next: { failCount, delay } }
}
