import type { Condition, RuleGroup, UnlockRule } from '../engine/rules/rule.ts'

/** A rule that asks for all of these. */
export const buildRule = (
  conditions: (Condition | RuleGroup)[],
  parts: Partial<Omit<UnlockRule, 'conditions'>> = {},
): UnlockRule => ({ op: 'all', show: 'greyed', conditions, ...parts })
