import { isStepDone } from '../isStepDone.ts'
import { isLetGo } from '../quiz/attemptsLeft.ts'
import { quizOf } from '../quiz/quizOf.ts'
import { stepIndex } from '../stepIndex.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import type { RuleFacts } from './ruleFacts.ts'

/** The result of a quiz, as its grading counts attempts, or of an assignment, in percent. */
const scoreOf = (state: LearnerState, stepId: string): number | null => {
  const { quiz, assignment } = stepStateOf(state, stepId) ?? {}
  return quiz?.score ?? quiz?.best ?? assignment?.best ?? null
}

/**
 * Whoever has passed once has passed, however later attempts end; what is under review is neither. Whoever is let go
 * from a quiz has done it and not passed.
 */
const hasFailed = (release: Release, state: LearnerState, stepId: string): boolean => {
  const { quiz, assignment } = stepStateOf(state, stepId) ?? {}
  const isDone = isStepDone(state, stepId)
  if (quiz === undefined) return assignment?.status === 'rejected' && !isDone
  const isTried = quiz.finished + (quiz.discarded ?? 0) > 0
  const asked = quizOf(release, stepId)
  const isOver = isDone && !(asked !== null && isLetGo(asked, quiz))
  return isTried && quiz.isPassed !== true && !isOver
}

/** What the rule of this step is judged by. */
export const factsAbout = (
  release: Release,
  state: LearnerState,
  stepId: string,
  timeZone: string,
): RuleFacts => {
  return {
    enrolledAt: state.enrolledAt ?? null,
    previousId: release.steps[stepIndex(release, stepId) - 1]?.id ?? null,
    completedAt: (id) => stepStateOf(state, id)?.completedAt ?? null,
    hasFailed: (id) => hasFailed(release, state, id),
    scoreOf: (id) => scoreOf(state, id),
    timeZone,
  }
}
