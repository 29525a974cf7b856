import { goOn } from './goOn.ts'
import { nextStep } from './nextStep.ts'
import { openStepIds } from './openStepIds.ts'
import { openAttempt } from './quiz/openAttempt.ts'
import { isOverdue } from './quiz/secondsLeft.ts'
import { showQuestion } from './quiz/showQuestion.ts'
import { endOverdue } from './quiz/timeUp.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { showCompletion } from './showCompletion.ts'
import { showStep } from './showStep.ts'
import { showWaiting } from './showWaiting.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'
import type { Release } from './release.ts'

/**
 * Shows the place where the learner is, the first step when they have not begun. Changes no completion.
 * The step, or the open question of its quiz, is shown as it was; only going forward moves to the newest release.
 */
export const resume = (turn: Turn): AdvanceResult => {
  const { state, viewed, newest } = turn
  const { stepId } = state
  if (state.view === 'completion' && state.status === 'completed') return showCompletion(turn)
  if (state.view === 'waiting' && stepId !== null) return goOn(turn, { stepId, isReview: false })
  const open = openStepIds(newest, state)
  const awaited = awaitedStep(newest, state, open)
  if (stepId !== null) {
    const asked = openAttempt(turn, stepId)
    if (asked !== null)
      return isOverdue(asked.attempt, turn.now) ? endOverdue(turn, asked) : showQuestion(turn, asked)
    const holds = (release: Release) => release.steps.some((step) => step.id === stepId)
    const release = [viewed, newest].find(holds)
    if (release !== undefined) return showStep(turn, release, stepId)
  }
  const step = nextStep({ viewed, newest }, state, { stepId: stepId ?? '', isReview: false })
  const target = step ?? (awaited === null ? newest.steps.find(({ id }) => open.has(id)) : null)
  if (target) return showStep(turn, newest, target.id)
  return awaited === null
    ? answer(turn, { type: 'notice', key: 'notAvailable' })
    : showWaiting(turn, awaited.id)
}
