import { isStepDone } from './isStepDone.ts'
import { openStepIds } from './openStepIds.ts'
import { isHeldBack } from './opening/isHeldBack.ts'
import { placeInRelease } from './placeInRelease.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release, ReleaseStep } from './release.ts'

/**
 * Where "next" leads from a step that is done, null: to the end, or nowhere until a rule or the schedule opens something.
 * Somebody looking again at what they did turns page by page; somebody who has just completed a step is not led through
 * completed ones. Nobody reaches the end past an undone required step, wherever an author has put it.
 */
export const nextStep = (
  releases: { viewed: Release; newest: Release },
  state: LearnerState,
  from: { stepId: string; isReview: boolean },
): ReleaseStep | null => {
  const { viewed, newest } = releases
  const { steps } = newest
  const isUndone = (step: ReleaseStep) => step.id !== from.stepId && !isStepDone(state, step.id)
  const open = openStepIds(newest, state)
  const awaited = awaitedStep(newest, state, open)
  const barrier = awaited === null ? steps.length : steps.indexOf(awaited)
  // The course's order leads as far as a locked step that it needs; rules may have opened others after that.
  const isWayOpen = (step: ReleaseStep, index: number) =>
    open.has(step.id) || (step.unlock === undefined && index < barrier && !isHeldBack(newest, state, step.id))
  const place = placeInRelease(newest, viewed, from.stepId)
  const isFollowing = (step: ReleaseStep, index: number) =>
    index > place && (from.isReview || isUndone(step)) && isWayOpen(step, index)
  const isLeftOut = (step: ReleaseStep, index: number) =>
    step.isRequired && isUndone(step) && isWayOpen(step, index)
  return steps.find(isFollowing) ?? steps.find(isLeftOut) ?? null
}
