import { isStepDone } from '../isStepDone.ts'
import { nextStep } from '../nextStep.ts'
import { awaitedStep } from '../rules/awaitedStep.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { isHeldByAssignment, isLetGoByAssignment } from './isHeldByAssignment.ts'

/**
 * Where a learner may go from an assignment; null: nowhere yet. Whoever has gone ahead of the review reaches the end
 * when that is over.
 */
export const nextFromAssignment = (
  releases: { viewed: Release; newest: Release },
  state: LearnerState,
  stepId: string,
): 'next' | 'finish' | null => {
  if (isHeldByAssignment(releases, state, stepId)) return null
  const isReview = isStepDone(state, stepId)
  const isMore = nextStep(releases, state, { stepId, isReview }) ?? awaitedStep(releases.newest, state)
  if (isMore !== null) return 'next'
  const isAwaited = releases.newest.steps.some(({ id, isRequired }) => id === stepId && isRequired)
  return isAwaited && !isReview && !isLetGoByAssignment(state, stepId) ? null : 'finish'
}
