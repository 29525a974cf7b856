import { isWaivedByReview } from './assignment/isHeldByAssignment.ts'
import { isStepDone } from './isStepDone.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState, Release } from './types.ts'

/**
 * Whether a learner may go to a step of this release: they were on it before (edits withdraw nothing), or
 * every required step before it is done. Unlock rules belong here.
 */
export const isStepOpen = (release: Release, state: LearnerState, stepId: string): boolean => {
  const index = release.steps.findIndex((step) => step.id === stepId)
  if (index < 0) return false
  if (stepStateOf(state, stepId) !== null) return true
  return release.steps
    .slice(0, index)
    .every(
      ({ id, isRequired }) => !isRequired || isStepDone(state, id) || isWaivedByReview(release, state, id),
    )
}
