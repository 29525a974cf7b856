import type { SpokenStep, StepLock } from '../../../contracts/stepLock.ts'
import { isHeldByDrip } from '../drip/isHeldByDrip.ts'
import { planDrip } from '../drip/planDrip.ts'
import { overrideOf } from '../opening/overrideOf.ts'
import { stepIndex } from '../stepIndex.ts'
import { conditionsIn } from './conditionsIn.ts'
import { judgeStep, type Judging } from './judgeStep.ts'
import type { RuleGroup } from './rule.ts'
import { speakRule } from './speakRule.ts'

type Asking = Judging & { plan?: Map<string, string> }

const later = (one: string, other: string | null): string =>
  other !== null && Date.parse(other) > Date.parse(one) ? other : one

/**
 * Why a step is locked in the newest release, by its rule, the schedule or a teacher; null when only the course's order
 * locks it, or nothing does.
 * @param turn with the schedule's `plan` where many steps are asked about
 */
export const stepLock = (turn: Asking, stepId: string): StepLock | null => {
  const { newest, state, timeZone } = turn
  const override = overrideOf(state, stepId)
  if (override !== null) return { opensAt: override.opensAt, missing: null, timeZone }
  const { plan = planDrip(newest, state, timeZone) } = turn
  const releasedAt = isHeldByDrip(newest, state, stepId) ? (plan.get(stepId) ?? null) : null
  const verdict = judgeStep(turn, stepId)
  if (verdict === null || verdict.isOpen)
    return releasedAt === null ? null : { opensAt: releasedAt, missing: null, timeZone }
  const isTimeAlone = conditionsIn(verdict.missing).every(({ kind }) => kind === 'date')
  if (isTimeAlone && verdict.opensAt !== null)
    return { opensAt: later(verdict.opensAt, releasedAt), missing: null, timeZone }

  const nameOf = (id: string): SpokenStep => {
    const place = stepIndex(newest, id)
    return { index: place < 0 ? null : place + 1, title: newest.steps[place]?.title ?? null }
  }
  const before = newest.steps[stepIndex(newest, stepId) - 1]
  const previous = before === undefined ? null : nameOf(before.id)
  const missing: RuleGroup =
    releasedAt === null
      ? verdict.missing
      : { op: 'all', conditions: [{ kind: 'date', from: releasedAt }, verdict.missing] }
  const opensAt = verdict.opensAt === null ? null : later(verdict.opensAt, releasedAt)
  return { opensAt, missing: speakRule(missing, { nameOf, previous }), timeZone }
}
