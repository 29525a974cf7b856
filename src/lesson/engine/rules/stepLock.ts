import type { SpokenStep, StepLock } from '../../../contracts/stepLock.ts'
import { conditionsIn } from './conditionsIn.ts'
import { judgeStep, type Judging } from './judgeStep.ts'
import { speakRule } from './speakRule.ts'

/** Why the rule of a step keeps it locked, in the newest release; null when it has none, or it is fulfilled. */
export const stepLock = (judging: Judging, stepId: string): StepLock | null => {
  const verdict = judgeStep(judging, stepId)
  if (verdict === null || verdict.isOpen) return null
  const { newest, timeZone } = judging
  const index = newest.steps.findIndex(({ id }) => id === stepId)
  const nameOf = (id: string): SpokenStep => {
    const place = newest.steps.findIndex((step) => step.id === id)
    return { index: place < 0 ? null : place + 1, title: newest.steps[place]?.title ?? null }
  }
  const before = newest.steps[index - 1]
  const previous = before === undefined ? null : nameOf(before.id)
  const isTimeAlone = conditionsIn(verdict.missing).every(({ kind }) => kind === 'date')
  return {
    opensAt: verdict.opensAt,
    missing:
      isTimeAlone && verdict.opensAt !== null ? null : speakRule(verdict.missing, { nameOf, previous }),
    timeZone,
  }
}
