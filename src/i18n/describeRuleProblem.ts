import type { Locale } from '../contracts/locale.ts'
import type { RuleDraftProblem } from '../lesson/engine/rules/ruleDraftProblems.ts'
import { ruleLimits } from '../lesson/engine/rules/ruleSchema.ts'
import { translate } from './translate.ts'

/** What is wrong with a rule, and in which of its conditions: “Condition 2.1: …”. */
export const describeRuleProblem = ({ code, place }: RuleDraftProblem, locale: Locale): string => {
  const message = translate(locale, `unlock.problem.${code}`, ruleLimits)
  return place.length === 0
    ? message
    : translate(locale, 'unlock.problem.at', { place: place.join('.'), message })
}
