import { openStepIds } from '../openStepIds.ts'
import type { Judging } from '../rules/judgeStep.ts'
import { unlockTimes } from '../rules/unlockTimes.ts'
import { overrideOf } from './overrideOf.ts'

/**
 * When steps will open by waiting alone, by step, ISO: those that a teacher has set a time for, and of the others those whose
 * rule says so. The schedule's are not among them.
 */
export const openingMoments = (judging: Judging): Record<string, string> => {
  const { newest, state } = judging
  const byRule = unlockTimes(judging).flatMap(({ stepId, opensAt }): [string, string][] =>
    overrideOf(state, stepId) === null ? [[stepId, opensAt]] : [],
  )
  const open = openStepIds(newest, state)
  const set = newest.steps.flatMap(({ id }): [string, string][] => {
    const override = overrideOf(state, id)
    return override === null || open.has(id) ? [] : [[id, override.opensAt]]
  })
  return Object.fromEntries([...byRule, ...set])
}
