import { isStepDone } from './isStepDone.ts'
import { placeInRelease } from './placeInRelease.ts'
import type { LearnerState, Release, ReleaseStep } from './types.ts'

/**
 * Where "next" leads from a step that is done, null: to the end. Somebody looking again at what they did
 * turns page by page; somebody who has just completed a step is not led through completed ones. Nobody
 * reaches the end past an undone required step, wherever an author has put it.
 */
export const nextStep = (
  releases: { viewed: Release; newest: Release },
  state: LearnerState,
  from: { stepId: string; isReview: boolean },
): ReleaseStep | null => {
  const { viewed, newest } = releases
  const isUndone = (step: ReleaseStep) => step.id !== from.stepId && !isStepDone(state, step.id)
  const ahead = newest.steps.slice(placeInRelease(newest, viewed, from.stepId) + 1)
  const following = from.isReview ? ahead[0] : ahead.find(isUndone)
  return following ?? newest.steps.find((step) => step.isRequired && isUndone(step)) ?? null
}
