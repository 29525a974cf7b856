import { describe, expect, it } from 'vitest'

import { reviewActions } from '../../../../src/contracts/platformReview.ts'
import { reviewData, type ReviewTap } from './reviewData.ts'

const id = '01234567-89ab-4cde-8f01-23456789abcd'
const taps: ReviewTap[] = [
  ...reviewActions.map((action): ReviewTap => ({ kind: 'act', action, submissionId: id })),
  { kind: 'next' },
  { kind: 'cards', isOn: true },
  { kind: 'cards', isOn: false },
  { kind: 'leave', courseId: id },
]

describe('what the buttons of reviewers carry', () => {
  it.each(taps)('should come back as it was: %o', (tap) => {
    const data = reviewData.encode(tap)
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    expect(reviewData.decode(data)).toEqual(tap)
  })

  it.each(['', 'rv:', `rv:steal:${id}`, 'rv:approve', 'rv:approve:1', `give:1:${id}`, 'rv:next:x'])(
    'should take nothing else: %j',
    (data) => expect(reviewData.decode(data)).toBeNull(),
  )
})
