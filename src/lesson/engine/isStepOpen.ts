import { openStepIds } from './openStepIds.ts'
import type { LearnerState, Release } from './types.ts'

/** Whether a learner may go to a step of this release. Whoever asks about many asks `openStepIds`. */
export const isStepOpen = (release: Release, state: LearnerState, stepId: string): boolean =>
  openStepIds(release, state).has(stepId)
