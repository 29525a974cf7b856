import type { ReviewQuestion } from '../../../../src/contracts/platformReview.ts'
import type { ReviewTexts } from '../../locales/review/en.ts'

/** What a reviewer is asked to send. */
export const questionText = (
  { verdict, learnerName: learner, maxScore: max, passPoints: pass }: ReviewQuestion,
  { ask }: ReviewTexts,
): string => {
  if (verdict === 'rejected') return ask.reject({ learner })
  return max === null ? ask.approve({ learner }) : ask.points({ learner, max, pass })
}
