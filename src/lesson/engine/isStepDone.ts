import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState } from './learnerState.ts'

export const isStepDone = (state: LearnerState, stepId: string): boolean =>
  (stepStateOf(state, stepId)?.completedAt ?? null) !== null
