import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { dripReleases } from './dripReleases.ts'
import { releaseMoment } from './releaseMoment.ts'

/**
 * When steps that the schedule still holds will be released, by step, ISO. What is chained counts from when the one before
 * was released, or will be.
 */
export const planDrip = (release: Release, state: LearnerState, timeZone: string): Map<string, string> => {
  const plan = new Map<string, string>()
  let anchor = state.enrolledAt ?? null
  for (const part of dripReleases(release)) {
    if (part.when.kind === 'free') continue
    const releasedAt = state.drip?.[part.stepId]
    const at: string | null = releasedAt ?? releaseMoment(part, anchor, state, timeZone)
    anchor = at
    if (releasedAt !== undefined || at === null) continue
    for (const id of part.stepIds) if (state.drip?.[id] === undefined) plan.set(id, at)
  }
  return plan
}
