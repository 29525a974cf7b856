import type { LearnerState } from '../learnerState.ts'

/** What a teacher has decided about a step for this learner alone. Step ids come from outside: own keys only. */
export const overrideOf = ({ overrides = {} }: LearnerState, stepId: string): { opensAt: string } | null =>
  Object.hasOwn(overrides, stepId) ? (overrides[stepId] ?? null) : null
