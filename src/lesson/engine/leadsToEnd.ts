import { nextStep } from './nextStep.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { unlockSteps } from './rules/unlockSteps.ts'
import type { Turn } from './turn.ts'

/** Whether `goOn` would come to the end now. */
export const leadsToEnd = (turn: Turn, from: { stepId: string; isReview: boolean }): boolean => {
  const unlocked = unlockSteps(turn)
  return (
    nextStep(unlocked, unlocked.state, from) === null && awaitedStep(unlocked.newest, unlocked.state) === null
  )
}
