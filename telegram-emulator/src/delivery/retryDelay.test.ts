import { expect, it } from 'vitest'

import { retryDelay, type RetryState } from './retryDelay.ts'

it('should retry at once, then after 2, 4, 8 … seconds up to 60–120', () => {
  let state: RetryState = { failCount: 0, delay: 1 }
  const waits: number[] = []
  for (let i = 0; i < 12; i++) {
    const { seconds, next } = retryDelay(state, 0)
    waits.push(seconds)
    state = next
  }
  expect(waits.slice(0, 7)).toEqual([0, 2, 4, 8, 16, 32, expect.any(Number)])
  for (const wait of waits.slice(7)) {
    expect(wait).toBeGreaterThanOrEqual(60)
    expect(wait).toBeLessThanOrEqual(120)
  }
})

it('should wait as long as Retry-After asks, at most an hour', () => {
  const fresh = { failCount: 0, delay: 1 }
  expect(retryDelay(fresh, 7).seconds).toBe(7)
  expect(retryDelay({ failCount: 5, delay: 16 }, 7)).toEqual({
    seconds: 7,
    next: { failCount: 6, delay: 16 },
  })
  expect(retryDelay(fresh, 100_000).seconds).toBe(3600)
})
