import { isStepOpen } from './isStepOpen.ts'
import { showStep } from './showStep.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './types.ts'

export const openFromContents = (turn: Turn, stepId: string): AdvanceResult => {
  const { newest, state } = turn
  if (!newest.steps.some((step) => step.id === stepId))
    return answer(turn, { type: 'toast', key: 'stepGone' })
  if (!isStepOpen(newest, state, stepId)) return answer(turn, { type: 'toast', key: 'stepLocked' })
  return showStep(turn, newest, stepId)
}
