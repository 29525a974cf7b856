import type { LearnerState } from '../learnerState.ts'

/** Delays count from here. Learners of before this was noted began when they opened their first step. */
export const withEnrolment = (state: LearnerState, now: string): LearnerState => {
  if (state.enrolledAt !== undefined) return state
  const opened = Object.values(state.steps).map(({ openedAt }) => openedAt)
  return { ...state, enrolledAt: opened.toSorted()[0] ?? now }
}
