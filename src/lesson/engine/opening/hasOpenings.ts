import { dripReleases } from '../drip/dripReleases.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'

/** Whether anything but the course's order opens steps to this learner. */
export const hasOpenings = (release: Release, { overrides }: LearnerState): boolean =>
  overrides !== undefined ||
  dripReleases(release).length > 0 ||
  release.steps.some(({ unlock }) => unlock !== undefined)
