import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { dripReleases } from './dripReleases.ts'
import { isReleased } from './isReleased.ts'

/** First steps of what is released together, by step. */
const firstSteps = new WeakMap<Release, Map<string, string>>()

const firstOf = (release: Release, stepId: string): string | undefined => {
  const known =
    firstSteps.get(release) ??
    new Map(
      dripReleases(release).flatMap(({ stepId: first, stepIds, when }) =>
        when.kind === 'free' ? [] : stepIds.map((id): [string, string] => [id, first]),
      ),
    )
  firstSteps.set(release, known)
  return known.get(stepId)
}

/** Whether the schedule of a release has not released this step yet. */
export const isHeldByDrip = (release: Release, state: LearnerState, stepId: string): boolean => {
  const first = firstOf(release, stepId)
  return first !== undefined && !isReleased(state, stepId) && !isReleased(state, first)
}
