import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { reviewed } from './reviewed.ts'
import { reviewedEarlier } from './reviewedEarlier.ts'

/** Nobody has reviewed an answer for as long as the step's author allowed: it is approved. */
export const approveUnreviewed = (
  turn: Turn,
  { stepId, attempt }: { stepId: string; attempt: number },
): AdvanceResult => {
  const approved = (from: Turn, score: number | null): Turn => ({
    ...from,
    records: [...from.records, { type: 'autoApproval', stepId, attempt, score, reviewedAt: turn.now }],
  })
  const earlier = reviewedEarlier(turn, { stepId, attempt, isApproved: true })
  if (earlier !== null) return answer(approved(earlier.turn, earlier.maxScore))
  const record = stepStateOf(turn.state, stepId)?.assignment
  if (record?.status !== 'pending' || record.attempt !== attempt) return answer(turn)
  const score = record.maxScore
  return reviewed(approved(turn, score), {
    ...{ stepId, attempt, verdict: 'approved', score },
    ...{ comment: null, voice: null, isAutomatic: true },
  })
}
