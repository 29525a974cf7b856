import type { LearnerState } from '../learnerState.ts'
import type { DripRelease } from './dripReleases.ts'
import { paceEnd } from './paceEnd.ts'

const lastYear = Date.parse('9000-01-01')

/**
 * When steps are released to a learner, ISO; null: never, since nobody knows when they began.
 * @param anchor when those before were released, or will be
 */
export const releaseMoment = (
  { when }: DripRelease,
  anchor: string | null,
  { enrolledAt }: LearnerState,
  timeZone: string,
): string | null => {
  if (enrolledAt === undefined) return null
  if (when.kind === 'free' || when.kind === 'start') return enrolledAt
  if (when.kind === 'date') {
    const at = Date.parse(when.at)
    return at > Date.parse(enrolledAt) ? new Date(at).toISOString() : enrolledAt
  }
  const start = Date.parse(anchor ?? '')
  return start >= 0 && start < lastYear ? paceEnd(new Date(start).toISOString(), when, timeZone) : null
}
