import { isStepDone } from '../isStepDone.ts'
import type { LearnerState, Release } from '../types.ts'
import { quizOf } from './quizOf.ts'

/**
 * Whether a learner has to do better before they may go on: the step is a quiz as they see it, and still a
 * required one, which is not done.
 */
export const isHeldByQuiz = (
  { viewed, newest }: { viewed: Release; newest: Release },
  state: LearnerState,
  stepId: string,
): boolean =>
  !isStepDone(state, stepId) &&
  quizOf(viewed, stepId) !== null &&
  quizOf(newest, stepId) !== null &&
  newest.steps.some(({ id, isRequired }) => id === stepId && isRequired)
