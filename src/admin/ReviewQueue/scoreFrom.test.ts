import { describe, expect, it } from 'vitest'

import { scoreFrom } from './scoreFrom.ts'

describe('scoreFrom', () => {
  it.each([
    ['4,5', 4.5],
    [' 4.5 ', 4.5],
    ['10', 10],
    ['0', 0],
  ])('should read %j', (text, score) => expect(scoreFrom(text)).toBe(score))

  it.each(['', '4,', ',5', '1,2,3', '1.234,5', '-1', '1e3', 'five'])('should not guess at %j', (text) =>
    expect(scoreFrom(text)).toBeNull(),
  )
})
