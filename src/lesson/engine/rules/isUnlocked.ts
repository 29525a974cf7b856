import type { LearnerState } from '../learnerState.ts'

/** Whether something has opened the step once: that is never withdrawn. Step ids come from outside: own keys only. */
export const isUnlocked = ({ unlocked = {} }: LearnerState, stepId: string): boolean =>
  Object.hasOwn(unlocked, stepId)
