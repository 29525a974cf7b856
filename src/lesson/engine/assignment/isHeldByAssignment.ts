import { isStepDone } from '../isStepDone.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { assignmentOf } from './assignmentOf.ts'

/** Whether a learner may go on although the step is not done: what they handed in is being reviewed. */
export const isWaivedByReview = (release: Release, state: LearnerState, stepId: string): boolean =>
  assignmentOf(release, stepId)?.assignment.isBlockingWhilePending === false &&
  stepStateOf(state, stepId)?.assignment?.status === 'pending'

/** Whether a learner who has begun the course anew may pass the assignment over: an answer of theirs was approved. */
export const isLetGoByAssignment = (state: LearnerState, stepId: string): boolean =>
  stepStateOf(state, stepId)?.assignment?.wasApproved === true

/**
 * Whether a learner has to hand something in, or to wait for its review, before they may go on: the step is an
 * assignment as they see it, and still a required one, which is not done.
 */
export const isHeldByAssignment = (
  { viewed, newest }: { viewed: Release; newest: Release },
  state: LearnerState,
  stepId: string,
): boolean =>
  !isStepDone(state, stepId) &&
  assignmentOf(viewed, stepId) !== null &&
  assignmentOf(newest, stepId) !== null &&
  !isLetGoByAssignment(state, stepId) &&
  !isWaivedByReview(newest, state, stepId) &&
  newest.steps.some(({ id, isRequired }) => id === stepId && isRequired)
