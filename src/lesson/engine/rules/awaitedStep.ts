import { isStepDone } from '../isStepDone.ts'
import { isStepOpen } from '../isStepOpen.ts'
import type { LearnerState, Release, ReleaseStep } from '../types.ts'
import { isStepHidden } from './isStepHidden.ts'

/** The first step that the learner has to do and that its rule keeps locked; null: nothing has to be waited for. */
export const awaitedStep = (release: Release, state: LearnerState): ReleaseStep | null =>
  release.steps.find(
    (step) =>
      step.unlock !== undefined &&
      step.isRequired &&
      !isStepDone(state, step.id) &&
      !isStepHidden(step, state) &&
      !isStepOpen(release, state, step.id),
  ) ?? null
