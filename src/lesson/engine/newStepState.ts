import type { LearnerState, StepState } from './learnerState.ts'

/** A step that is opened for the first time on the present way through the course. */
export const newStepState = ({ earlier = {} }: LearnerState, stepId: string, now: string): StepState => ({
  ...(Object.hasOwn(earlier, stepId) ? earlier[stepId] : {}),
  openedAt: now,
  completedAt: null,
  timeSpent: 0,
})
