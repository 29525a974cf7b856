import { isStepDone } from '../isStepDone.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { isLetGo } from './attemptsLeft.ts'
import { quizOf } from './quizOf.ts'

/**
 * Whether a learner has to do better before they may go on: the step is a quiz as they see it, and still a
 * required one, which is neither done nor given up.
 */
export const isHeldByQuiz = (
  { viewed, newest }: { viewed: Release; newest: Release },
  state: LearnerState,
  stepId: string,
): boolean => {
  const quiz = quizOf(newest, stepId)
  return (
    quiz !== null &&
    quizOf(viewed, stepId) !== null &&
    !isStepDone(state, stepId) &&
    !isLetGo(quiz, stepStateOf(state, stepId)?.quiz) &&
    newest.steps.some(({ id, isRequired }) => id === stepId && isRequired)
  )
}
