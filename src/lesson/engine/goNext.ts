import { isStepDone } from './isStepDone.ts'
import { nextStep } from './nextStep.ts'
import { showCompletion } from './showCompletion.ts'
import { showStep } from './showStep.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { Turn } from './turn.ts'
import type { AdvanceResult, Fact } from './types.ts'

/** Completes the step that the learner is on, unless they had, as `step_completed` tells. */
const completeStep = (turn: Turn, stepId: string): Turn => {
  if (isStepDone(turn.state, stepId)) return turn
  const known = stepStateOf(turn.state, stepId)
  const step = { ...(known ?? { openedAt: turn.now, timeSpent: 0 }), completedAt: turn.now }
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

/** Completes the viewed step by the release it was shown from, and goes on in the newest one. */
export const goNext = (turn: Turn, stepId: string): AdvanceResult => {
  const isReview = isStepDone(turn.state, stepId)
  const completed = completeStep(turn, stepId)
  const step = nextStep(turn, completed.state, { stepId, isReview })
  return step === null ? showCompletion(completed) : showStep(completed, turn.newest, step.id)
}
