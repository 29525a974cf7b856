import type { AssignmentRecord } from '../../lesson/engine/learnerState.ts'

/**
 * One person's answers to one assignment, given under two accounts. Those of `other` are numbered on after those of
 * `kept`; what waits for its review under `kept` goes on waiting.
 */
export const mergeAssignments = (
  kept: AssignmentRecord | undefined,
  other: AssignmentRecord | undefined,
): AssignmentRecord | undefined => {
  if (kept === undefined || other === undefined) return kept ?? other
  const isOtherBetter = other.status === 'approved' && !['approved', 'pending'].includes(kept.status ?? '')
  const bests = [kept.best, other.best].filter((best) => best !== null)
  return {
    ...(isOtherBetter ? { ...other, attempt: other.attempt + kept.attempts } : kept),
    attempts: kept.attempts + other.attempts,
    ...((kept.wasApproved || other.wasApproved) && { wasApproved: true as const }),
    ...((kept.waived || other.waived) && { waived: (kept.waived ?? 0) + (other.waived ?? 0) }),
    best: bests.length === 0 ? null : Math.max(...bests),
  }
}
