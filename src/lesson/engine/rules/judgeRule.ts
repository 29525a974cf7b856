import { conditionsIn } from './conditionsIn.ts'
import { delayEnd } from './delayEnd.ts'
import { isJudgeable } from './isJudgeable.ts'
import { isRuleMet } from './isRuleMet.ts'
import { isGroup, type Condition, type RuleGroup } from './rule.ts'
import type { RuleFacts } from './ruleFacts.ts'

export type Verdict =
  | { isOpen: true }
  /**
   * `missing`: what is not fulfilled, delays that have begun as the moment at which they end. `opensAt`: when waiting
   * alone opens it, ISO; null when the learner has to do something, or cannot do anything.
   */
  | { isOpen: false; missing: RuleGroup; opensAt: string | null }

const dated = (condition: Condition, facts: RuleFacts): Condition => {
  if (condition.kind !== 'delay') return condition
  const end = delayEnd(condition, facts)
  return end === null ? condition : { kind: 'date', from: new Date(end).toISOString() }
}

/** The part of it that is not fulfilled, in as few groups as say it. */
const missingIn = (group: RuleGroup, facts: RuleFacts, now: number): RuleGroup => {
  const isWhole = group.negate === true
  const parts = isWhole ? group.conditions : group.conditions.filter((one) => !isRuleMet(one, facts, now))
  const conditions = parts.map((part): Condition | RuleGroup => {
    if (!isGroup(part)) return dated(part, facts)
    const inner = isWhole
      ? { ...part, conditions: missingIn({ ...part, negate: true }, facts, now).conditions }
      : missingIn(part, facts, now)
    const [only] = inner.conditions
    return inner.conditions.length === 1 && only !== undefined && !inner.negate ? only : inner
  })
  const { op, negate } = group
  return { op, ...(negate ? { negate } : {}), conditions }
}

/** All moments at which time alone can make a difference to a rule, in their order. */
const turningPoints = (rule: RuleGroup, facts: RuleFacts): number[] =>
  conditionsIn(rule)
    .flatMap((condition) => {
      if (condition.kind === 'date') return [Date.parse(condition.from ?? condition.until ?? '')]
      return condition.kind === 'delay' ? [delayEnd(condition, facts) ?? Number.NaN] : []
    })
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => a - b)

/**
 * Whether a step that has this rule opens for a learner, and if not, why, and since when it will.
 * @param now ISO
 */
export const judgeRule = (rule: RuleGroup, facts: RuleFacts, now: string): Verdict => {
  const at = Date.parse(now)
  if (!isJudgeable(rule)) return { isOpen: false, missing: missingIn(rule, facts, at), opensAt: null }
  if (isRuleMet(rule, facts, at)) return { isOpen: true }
  const opensAt = turningPoints(rule, facts).find((time) => time > at && isRuleMet(rule, facts, time))
  return {
    isOpen: false,
    missing: missingIn(rule, facts, at),
    opensAt: opensAt === undefined ? null : new Date(opensAt).toISOString(),
  }
}
