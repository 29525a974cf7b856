import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { dripReleases, type DripRelease } from './dripReleases.ts'
import { releaseMoment } from './releaseMoment.ts'

type Next = { part: DripRelease; at: string }

/**
 * What is released next, and when; null: nothing is left. The same as the earliest of `planDrip`, but without the rest of
 * the plan: what is chained to something that is not released yet cannot be earlier than that.
 */
export const nextDrip = (release: Release, state: LearnerState, timeZone: string): Next | null => {
  let next: Next | null = null
  let anchor = state.enrolledAt ?? null
  for (const part of dripReleases(release)) {
    if (part.when.kind === 'free') continue
    const releasedAt = state.drip?.[part.stepId]
    if (releasedAt === undefined) {
      const at = releaseMoment(part, anchor, state, timeZone)
      if (at !== null && (next === null || Date.parse(at) < Date.parse(next.at))) next = { part, at }
    }
    anchor = releasedAt ?? null
  }
  return next
}
