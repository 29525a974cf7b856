import { assignmentOf } from './assignment/assignmentOf.ts'
import { isLetGoByAssignment } from './assignment/isHeldByAssignment.ts'
import { isLetGo } from './quiz/attemptsLeft.ts'
import { quizOf } from './quiz/quizOf.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

/**
 * Whether the step is completed by what is done there and not by going on: it is so as the learner sees it, and still,
 * and it is nothing that they are let go from.
 */
export const isCompletedByItself = (
  { viewed, newest, state }: { viewed: Release; newest: Release; state: LearnerState },
  stepId: string,
): boolean => {
  const quiz = quizOf(newest, stepId)
  if (quiz !== null && isLetGo(quiz, stepStateOf(state, stepId)?.quiz)) return false
  if (assignmentOf(newest, stepId) !== null && isLetGoByAssignment(state, stepId)) return false
  return [quizOf, assignmentOf].some(
    (of) =>
      of(viewed, stepId) !== null &&
      (of(newest, stepId) !== null || newest.steps.every(({ id }) => id !== stepId)),
  )
}
