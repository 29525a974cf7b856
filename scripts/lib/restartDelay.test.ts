import { describe, expect, it } from 'vitest'
import { restartDelay } from './restartDelay.ts'

describe('restartDelay', () => {
  it('should begin at once, grow to five seconds and become slow when nothing helps', () => {
    expect(Array.from({ length: 9 }, (_, failures) => restartDelay(failures))).toEqual([
      100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 30_000,
    ])
  })
})
