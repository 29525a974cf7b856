import { assignmentOf } from './assignment/assignmentOf.ts'
import { nextFromAssignment } from './assignment/nextFromAssignment.ts'
import { goOn } from './goOn.ts'
import { isCompletedByItself } from './isCompletedByItself.ts'
import { isStepDone } from './isStepDone.ts'
import { newStepState } from './newStepState.ts'
import { isHeldByQuiz } from './quiz/isHeldByQuiz.ts'
import { stepStateOf } from './stepStateOf.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult, Fact } from './advanceResult.ts'

/** Completes the step that the learner is on, unless they had, as `step_completed` tells. */
const completeStep = (turn: Turn, stepId: string): Turn => {
  if (isStepDone(turn.state, stepId)) return turn
  const known = stepStateOf(turn.state, stepId)
  const step = { ...(known ?? newStepState(turn.state, stepId, turn.now)), completedAt: turn.now }
  const about = { stepId, releaseId: turn.viewed.id }
  const opened: Fact[] = known === null ? [{ type: 'step_opened', ...about, data: {} }] : []
  return {
    ...turn,
    state: { ...turn.state, steps: { ...turn.state.steps, [stepId]: step } },
    facts: [
      ...turn.facts,
      ...opened,
      { type: 'step_completed', ...about, data: { timeSpent: step.timeSpent } },
    ],
  }
}

const isAssignmentInTheWay = (turn: Turn, stepId: string): boolean =>
  [turn.viewed, turn.newest].every((release) => assignmentOf(release, stepId) !== null) &&
  nextFromAssignment(turn, turn.state, stepId) === null

/**
 * Completes the viewed step by the release it was shown from, and goes on in the newest one. A quiz or an
 * assignment that is not required is passed over without being completed.
 */
export const goNext = (turn: Turn, stepId: string): AdvanceResult => {
  const { state } = turn
  if (isHeldByQuiz(turn, state, stepId)) return answer(turn, { type: 'toast', key: 'quizFirst' })
  if (isAssignmentInTheWay(turn, stepId)) {
    const isWaiting = stepStateOf(state, stepId)?.assignment?.status === 'pending'
    return answer(turn, { type: 'toast', key: isWaiting ? 'reviewFirst' : 'assignmentFirst' })
  }
  const isReview = state.view === 'quizResult' ? (state.quiz?.isReview ?? false) : isStepDone(state, stepId)
  const completed = isCompletedByItself(turn, stepId) ? turn : completeStep(turn, stepId)
  return goOn(completed, { stepId, isReview })
}
