import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import type { AssignmentRecord } from '../learnerState.ts'
import type { Assignment } from '../release.ts'
import { deadlinesOf } from './deadlinesOf.ts'

/**
 * open: an answer is awaited · rejected: another one is · pending: one is being reviewed · approved: all is done ·
 * closed: it is too late · noAttempts: all tries are used up.
 */
export type AssignmentStage = 'open' | 'rejected' | 'pending' | 'approved' | 'closed' | 'noAttempts'

/** How many more answers there may be; null: as many as it takes. */
export const attemptsLeft = (
  { maxAttempts }: Assignment,
  record: Pick<AssignmentRecord, 'attempts' | 'waived'> | undefined,
): number | null =>
  maxAttempts === 0 ? null : Math.max(0, maxAttempts - (record?.attempts ?? 0) + (record?.waived ?? 0))

/** Where a learner is with an assignment. */
export const stageOf = (
  { state, now }: Pick<Turn, 'state' | 'now'>,
  stepId: string,
  assignment: Assignment,
): AssignmentStage => {
  const step = stepStateOf(state, stepId)
  const record = step?.assignment
  if (record?.status === 'pending' || record?.status === 'approved') return record.status
  if (attemptsLeft(assignment, record) === 0) return 'noAttempts'
  const { cutOffAt } = deadlinesOf(assignment, step?.openedAt ?? now)
  if (cutOffAt !== null && Date.parse(now) > Date.parse(cutOffAt)) return 'closed'
  return record?.status === 'rejected' ? 'rejected' : 'open'
}
