import { conditionsIn } from './conditionsIn.ts'
import type { Condition, RuleGroup } from './rule.ts'

/** Conditions of which nothing is known yet: learners have no tags, and nothing can be bought. */
export const isUnjudgeable = ({ kind }: Condition): boolean => kind === 'tag' || kind === 'purchase'

/** Whether anything can be said of this rule. What cannot be judged is not fulfilled, and its opposite is not either. */
export const isJudgeable = (rule: RuleGroup): boolean => !conditionsIn(rule).some(isUnjudgeable)
