import type { LearnerState, StepState } from './learnerState.ts'

/** What is known of a step, null when it was never opened. Step ids come from outside: own keys only. */
export const stepStateOf = (state: LearnerState, stepId: string): StepState | null =>
  Object.hasOwn(state.steps, stepId) ? (state.steps[stepId] ?? null) : null
