import { previousStep } from './previousStep.ts'
import { showStep } from './showStep.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

export const goBack = (turn: Turn, stepId: string): AdvanceResult => {
  const step = previousStep(turn, turn.state, stepId)
  // The button was there when the view was made: what it led to has left the course.
  if (step === null) return answer(turn, { type: 'toast', key: 'stepGone' })
  return showStep(turn, turn.newest, step.id)
}
