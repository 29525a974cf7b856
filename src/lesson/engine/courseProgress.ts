import { isStepHidden } from './rules/isStepHidden.ts'
import type { CourseProgress } from '../../contracts/effects/effectParts.ts'
import { isStepDone } from './isStepDone.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

/**
 * Counts over the required steps that are there for the learner, over all when none is required. Rounded down, so that 100 means
 * all; a finished learner keeps 100 whatever was added later.
 */
export const courseProgress = (release: Release, state: LearnerState): CourseProgress => {
  const there = release.steps.filter((step) => !isStepHidden(step, state))
  const required = there.filter((step) => step.isRequired)
  const counted = required.length > 0 ? required : there
  const total = counted.length
  const done = counted.filter((step) => isStepDone(state, step.id)).length
  const percent = state.status === 'completed' ? 100 : total === 0 ? 0 : Math.floor((done * 100) / total)
  return { done, total, percent }
}
