import { describe, expect, it } from 'vitest'

import type { ReviewCard } from '../../../../src/contracts/platformReview.ts'
import { cardText } from './cardMessages.ts'

const scored: ReviewCard = {
  ...{ submissionId: '00000000-0000-4000-8000-000000000003', learnerName: 'Ann', courseTitle: 'Letters' },
  ...{ stepTitle: 'One', attempt: 1, isLate: false, text: '', files: [], lostFiles: 0, rubric: null },
  ...{ maxScore: 10, passPoints: 4.5, lastComment: null, status: 'approved', decidedBy: null },
  ...{ comment: null, score: 7.5, claim: null },
}

describe('cardText', () => {
  it('should write points as the reviewer’s language does', () => {
    expect(cardText(scored, 'ru').text).toContain('7,5 из 10')
    expect(cardText(scored, 'en').text).toContain('7.5 of 10')
    expect(cardText({ ...scored, status: 'pending' }, 'ru').text).toContain('для зачёта 4,5')
  })
})
