import { isHeldByDrip } from '../drip/isHeldByDrip.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { overrideOf } from './overrideOf.ts'

/** Whether a step that was not opened yet waits for a time: of the schedule, or one that a teacher has set. */
export const isHeldBack = (release: Release, state: LearnerState, stepId: string): boolean =>
  overrideOf(state, stepId) !== null || isHeldByDrip(release, state, stepId)
