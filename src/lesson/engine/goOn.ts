import { nextStep } from './nextStep.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { unlockSteps } from './rules/unlockSteps.ts'
import { showCompletion } from './showCompletion.ts'
import { showStep } from './showStep.ts'
import { showWaiting } from './showWaiting.ts'
import type { Turn } from './turn.ts'
import type { AdvanceResult } from './types.ts'

/** Leads to the next step that is open, to a word about the one that is not yet, or to the end. */
export const goOn = (turn: Turn, from: { stepId: string; isReview: boolean }): AdvanceResult => {
  const unlocked = unlockSteps(turn)
  const { newest, state } = unlocked
  const step = nextStep(unlocked, state, from)
  if (step !== null) return showStep(unlocked, newest, step.id)
  const awaited = awaitedStep(newest, state)
  return awaited === null ? showCompletion(unlocked) : showWaiting(unlocked, awaited.id)
}
