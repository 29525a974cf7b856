import { stepIndex } from '../stepIndex.ts'
import type { Release } from '../release.ts'
import type { Quiz } from './quizTypes.ts'

/** The quiz of a step; null when it is none, or one without questions: that is read and gone on from like a text. */
export const quizOf = (release: Release, stepId: string): Quiz | null => {
  const step = release.steps[stepIndex(release, stepId)]
  return step?.stepType === 'quiz' && step.quiz.questions.length > 0 ? step.quiz : null
}
