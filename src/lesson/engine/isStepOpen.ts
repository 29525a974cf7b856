import { isWaivedByReview } from './assignment/isHeldByAssignment.ts'
import { isStepDone } from './isStepDone.ts'
import { isHeldBack } from './opening/isHeldBack.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { isUnlocked } from './rules/isUnlocked.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState, Release } from './types.ts'

/**
 * Whether a learner may go to a step of this release: they were on it before or it was opened to them (edits withdraw
 * nothing); else its schedule has to release it, its rule has to open it, and without a rule every required step before it
 * has to be done.
 */
export const isStepOpen = (release: Release, state: LearnerState, stepId: string): boolean => {
  const index = release.steps.findIndex((step) => step.id === stepId)
  if (index < 0) return false
  if (stepStateOf(state, stepId) !== null || isUnlocked(state, stepId)) return true
  if (isHeldBack(release, state, stepId) || release.steps[index]?.unlock !== undefined) return false
  return release.steps
    .slice(0, index)
    .every(
      (step) =>
        !step.isRequired ||
        isStepDone(state, step.id) ||
        isStepHidden(step, state) ||
        isWaivedByReview(release, state, step.id),
    )
}
