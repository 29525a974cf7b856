import { isStepOpen } from './isStepOpen.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { lockedToast } from './rules/lockedToast.ts'
import { showStep } from './showStep.ts'
import { stepIndex } from './stepIndex.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

export const openFromContents = (turn: Turn, stepId: string): AdvanceResult => {
  const { newest, state } = turn
  const step = newest.steps[stepIndex(newest, stepId)]
  if (step === undefined || isStepHidden(step, state)) return answer(turn, { type: 'toast', key: 'stepGone' })
  if (!isStepOpen(newest, state, stepId)) return lockedToast(turn, stepId)
  return showStep(turn, newest, stepId)
}
