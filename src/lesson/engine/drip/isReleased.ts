import type { LearnerState } from '../learnerState.ts'

/** Whether the schedule has released this step once: that is never withdrawn. Step ids come from outside: own keys only. */
export const isReleased = ({ drip = {} }: LearnerState, stepId: string): boolean =>
  Object.hasOwn(drip, stepId)
