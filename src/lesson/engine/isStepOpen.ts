import { openStepIds } from './openStepIds.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

/** Whether a learner may go to a step of this release. Whoever asks about many asks `openStepIds`. */
export const isStepOpen = (release: Release, state: LearnerState, stepId: string): boolean =>
  openStepIds(release, state).has(stepId)
