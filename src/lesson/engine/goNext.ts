import { assignmentOf } from './assignment/assignmentOf.ts'
import { isLetGoByAssignment } from './assignment/isHeldByAssignment.ts'
import { nextFromAssignment } from './assignment/nextFromAssignment.ts'
import { isStepDone } from './isStepDone.ts'
import { newStepState } from './newStepState.ts'
import { nextStep } from './nextStep.ts'
import { isLetGo } from './quiz/attemptsLeft.ts'
import { isHeldByQuiz } from './quiz/isHeldByQuiz.ts'
import { quizOf } from './quiz/quizOf.ts'
import { showCompletion } from './showCompletion.ts'
import { showStep } from './showStep.ts'
import { stepStateOf } from './stepStateOf.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult, Fact } from './types.ts'

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

/**
 * Whether the step is completed by what is done there and not by going on: it is so as the learner sees it, and still,
 * and it is nothing that they are let go from.
 */
const isCompletedByItself = ({ viewed, newest, state }: Turn, stepId: string): boolean => {
  const quiz = quizOf(newest, stepId)
  if (quiz !== null && isLetGo(quiz, stepStateOf(state, stepId)?.quiz)) return false
  if (assignmentOf(newest, stepId) !== null && isLetGoByAssignment(state, stepId)) return false
  return [quizOf, assignmentOf].some(
    (of) =>
      of(viewed, stepId) !== null &&
      (of(newest, stepId) !== null || newest.steps.every(({ id }) => id !== stepId)),
  )
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
  const step = nextStep(turn, completed.state, { stepId, isReview })
  return step === null ? showCompletion(completed) : showStep(completed, turn.newest, step.id)
}
