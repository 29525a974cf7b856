import { describe, expect, it } from 'vitest'

import { readScore } from './readScore.ts'

describe('readScore', () => {
  it.each([
    ['8', 8, null],
    [' 7,5 ', 7.5, null],
    ['10 Well done', 10, 'Well done'],
    ['9.25\nVery good.\nGo on!', 9.25, 'Very good.\nGo on!'],
    ['6: see the second part', 6, 'see the second part'],
    ['0', 0, null],
  ])('should read %j', (text, score, comment) => expect(readScore(text)).toEqual({ score, comment }))

  it.each(['', 'Well done', 'eight', '8th place', '-3', '1.2.3', '12345678'])(
    'should not take %j for points',
    (text) => expect(readScore(text)).toBeNull(),
  )
})
