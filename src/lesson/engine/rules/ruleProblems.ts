import { conditionsIn } from './conditionsIn.ts'
import { isUnjudgeable } from './isJudgeable.ts'
import { previousStepId, type RuleGroup } from './rule.ts'

/** What keeps a rule from ever being fulfilled in its course, beside waiting in a circle. `stepId`: the step that it names. */
export type RuleProblem =
  | { code: 'ruleStepGone' | 'ruleNoResult'; stepId: string }
  | { code: 'rulePreviousMissing' | 'ruleTag' | 'rulePurchase' }

/** Steps that end with a result, that is passed or failed. */
export const gradedTypes: ReadonlySet<string> = new Set(['quiz', 'assignment', 'plugin'])

/**
 * @param steps of the course, in its order
 * @param index of the step that has the rule
 */
export const ruleProblems = (
  rule: RuleGroup,
  steps: readonly { id: string; stepType: string }[],
  index: number,
): RuleProblem[] => {
  const problems = conditionsIn(rule).flatMap((condition): RuleProblem[] => {
    if (isUnjudgeable(condition)) return [{ code: condition.kind === 'tag' ? 'ruleTag' : 'rulePurchase' }]
    if (condition.kind === 'delay')
      return condition.after === 'previous' && index === 0 ? [{ code: 'rulePreviousMissing' }] : []
    if (condition.kind !== 'completion' && condition.kind !== 'grade') return []
    const isPrevious = condition.step === previousStepId
    const step = isPrevious ? steps[index - 1] : steps.find(({ id }) => id === condition.step)
    if (step === undefined)
      return [isPrevious ? { code: 'rulePreviousMissing' } : { code: 'ruleStepGone', stepId: condition.step }]
    const needsResult = condition.kind === 'grade' || condition.state === 'failed'
    return needsResult && !gradedTypes.has(step.stepType) ? [{ code: 'ruleNoResult', stepId: step.id }] : []
  })
  // Said once each, however often the rule says it.
  const seen = new Set<string>()
  return problems.filter((problem) => {
    const key = JSON.stringify(problem)
    return !seen.has(key) && seen.add(key)
  })
}
