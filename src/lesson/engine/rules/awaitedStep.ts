import { isStepDone } from '../isStepDone.ts'
import { openStepIds } from '../openStepIds.ts'
import { isHeldBack } from '../opening/isHeldBack.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release, ReleaseStep } from '../release.ts'
import { isStepHidden } from './isStepHidden.ts'

/**
 * The first step that the learner has to do and that its rule or the schedule keeps locked; null: nothing has to be waited
 * for. Of a course of which nothing has to be done, the schedule is waited for all the same.
 * @param open where it is known what is open to the learner
 */
export const awaitedStep = (
  release: Release,
  state: LearnerState,
  open = openStepIds(release, state),
): ReleaseStep | null => {
  const hasRequired = release.steps.some(({ isRequired }) => isRequired)
  const isAwaited = (step: ReleaseStep): boolean =>
    (step.isRequired && step.unlock !== undefined) ||
    ((step.isRequired || !hasRequired) && isHeldBack(release, state, step.id))
  return (
    release.steps.find(
      (step) =>
        isAwaited(step) && !isStepDone(state, step.id) && !isStepHidden(step, state) && !open.has(step.id),
    ) ?? null
  )
}
