import type { Turn } from '../turn.ts'
import type { AssignmentRecord, LearnerState } from '../learnerState.ts'

const settled = (record: AssignmentRecord, attempt: number, isApproved: boolean): AssignmentRecord => ({
  ...record,
  awaited: (record.awaited ?? []).filter((one) => one !== attempt),
  ...(isApproved && { wasApproved: true as const }),
})

const own = <Known>(known: Record<string, Known> | undefined, id: string): Known | undefined =>
  known !== undefined && Object.hasOwn(known, id) ? known[id] : undefined

/**
 * The review of an answer that waited for it when the course was begun anew. The learner is not told: what was approved
 * they need not do again.
 * @returns null: no such answer waits; `maxScore`: points that there were to have
 */
export const reviewedEarlier = (
  turn: Turn,
  { stepId, attempt, isApproved }: { stepId: string; attempt: number; isApproved: boolean },
): { turn: Turn; maxScore: number | null } | null => {
  const { steps, earlier } = turn.state
  const step = own(steps, stepId)
  const before = own(earlier, stepId)
  const known = step?.assignment ?? before?.assignment
  if (known === undefined || known.awaited?.includes(attempt) !== true) return null
  const assignment = settled(known, attempt, isApproved)
  const state: LearnerState =
    step?.assignment === undefined
      ? { ...turn.state, earlier: { ...earlier, [stepId]: { ...before, assignment } } }
      : { ...turn.state, steps: { ...steps, [stepId]: { ...step, assignment } } }
  return { turn: { ...turn, state }, maxScore: known.maxScore }
}
