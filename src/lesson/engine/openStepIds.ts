import { isWaivedByReview } from './assignment/isHeldByAssignment.ts'
import { isStepDone } from './isStepDone.ts'
import { isHeldBack } from './opening/isHeldBack.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { isUnlocked } from './rules/isUnlocked.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release, ReleaseStep } from './release.ts'

/** Whether the course’s order leads on past a step. */
const isPassable = (release: Release, state: LearnerState, step: ReleaseStep): boolean =>
  !step.isRequired ||
  isStepDone(state, step.id) ||
  isStepHidden(step, state) ||
  isWaivedByReview(release, state, step.id)

/**
 * The steps of this release that a learner may go to: they were on them before or they were opened to them (edits withdraw
 * nothing); else the schedule has to release a step, its rule has to open it, and without a rule every required step before
 * it has to be done. In one pass: every tap asks.
 */
export const openStepIds = (release: Release, state: LearnerState): ReadonlySet<string> => {
  const open = new Set<string>()
  let isWayFree = true
  for (const step of release.steps) {
    const { id, unlock } = step
    const isInOrder = isWayFree && unlock === undefined && !isHeldBack(release, state, id)
    if (isInOrder || stepStateOf(state, id) !== null || isUnlocked(state, id)) open.add(id)
    isWayFree &&= isPassable(release, state, step)
  }
  return open
}
