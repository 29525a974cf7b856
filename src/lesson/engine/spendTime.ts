import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState } from './learnerState.ts'

/** A longer silence than this is absence. */
const maxGapMs = 15 * 60 * 1000

/**
 * Notes an action at `now` and adds the time since the last one to the step that the learner is working on.
 * Differences of whole seconds since the epoch add up without losing fractions.
 */
export const spendTime = (state: LearnerState, now: string): LearnerState => {
  const acted = { ...state, lastActionAt: now }
  const step = state.stepId === null ? null : stepStateOf(state, state.stepId)
  if (state.stepId === null || state.lastActionAt === null || step === null || step.completedAt !== null)
    return acted
  const from = Date.parse(state.lastActionAt)
  const to = Date.parse(now)
  // Also refuses a clock that went backwards, and dates that are none.
  if (!(to >= from && to - from <= maxGapMs)) return acted
  const seconds = Math.floor(to / 1000) - Math.floor(from / 1000)
  return {
    ...acted,
    steps: { ...state.steps, [state.stepId]: { ...step, timeSpent: step.timeSpent + seconds } },
  }
}
