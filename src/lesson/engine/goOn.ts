import { nextStep } from './nextStep.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { unlockSteps } from './rules/unlockSteps.ts'
import { showCompletion } from './showCompletion.ts'
import { showStep } from './showStep.ts'
import { showWaiting } from './showWaiting.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'
import type { ReleaseStep } from './release.ts'

/** Whether all that is left of the course is what a reviewer has to say: the way leads back to where that is awaited. */
const isOnlyReviewLeft = ({ newest, state }: Turn, step: ReleaseStep, fromId: string): boolean => {
  const places = newest.steps.map(({ id }) => id)
  const isBack = places.indexOf(step.id) < places.indexOf(fromId)
  return isBack && stepStateOf(state, step.id)?.assignment?.status === 'pending'
}

/** Leads to the next step that is open, to a word about the one that is not yet, or to the end. */
export const goOn = (turn: Turn, from: { stepId: string; isReview: boolean }): AdvanceResult => {
  const unlocked = unlockSteps(turn)
  const { newest, state } = unlocked
  const step = nextStep(unlocked, state, from)
  if (step !== null) {
    const shown = showStep(unlocked, newest, step.id)
    return isOnlyReviewLeft(unlocked, step, from.stepId)
      ? { ...shown, effects: [{ type: 'toast', key: 'onlyReviewLeft' }, ...shown.effects] }
      : shown
  }
  const awaited = awaitedStep(newest, state)
  return awaited === null ? showCompletion(unlocked) : showWaiting(unlocked, awaited.id)
}
