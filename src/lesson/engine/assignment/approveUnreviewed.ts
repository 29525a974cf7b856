import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../types.ts'
import { reviewed } from './reviewed.ts'

/** Nobody has reviewed an answer for as long as the step's author allowed: it is approved. */
export const approveUnreviewed = (
  turn: Turn,
  { stepId, attempt }: { stepId: string; attempt: number },
): AdvanceResult => {
  const record = stepStateOf(turn.state, stepId)?.assignment
  if (record?.status !== 'pending' || record.attempt !== attempt) return answer(turn)
  const score = record.maxScore
  return reviewed(
    {
      ...turn,
      records: [...turn.records, { type: 'autoApproval', stepId, attempt, score, reviewedAt: turn.now }],
    },
    { stepId, attempt, verdict: 'approved', score, comment: null, voice: null, isAutomatic: true },
  )
}
