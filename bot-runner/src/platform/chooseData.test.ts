import { randomUUID } from 'node:crypto'

import { describe, expect, it } from 'vitest'

import { chooseData } from './chooseData.ts'

describe('chooseData', () => {
  it('should carry the largest ids within the 64 bytes of a button', () => {
    const courseId = randomUUID()
    const data = chooseData.encode(9_007_199_254_740_991, courseId)
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    expect(chooseData.decode(data)).toEqual({ telegramBotId: 9_007_199_254_740_991, courseId })
  })

  it.each(['', 'give:', 'give:1:x', 'give:x:y', `take:1:${randomUUID()}`, `give:1:${randomUUID()}0`])(
    'should know no other data: %s',
    (data) => expect(chooseData.decode(data)).toBeNull(),
  )
})
