import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { stepLock } from './stepLock.ts'

/** Tells why a step cannot be opened yet. */
export const lockedToast = (turn: Turn, stepId: string): AdvanceResult => {
  const lock = stepLock(turn, stepId)
  return answer(turn, { type: 'toast', key: 'stepLocked', ...(lock === null ? {} : { lock }) })
}
