import { conditionsIn } from './conditionsIn.ts'
import { isGroup, type Condition, type RuleGroup, type UnlockRule } from './rule.ts'
import { ruleLimits, ruleSchema } from './ruleSchema.ts'

export const ruleDraftCodes = [
  ...([
    'groupEmpty',
    'groupFull',
    'tooDeep',
    'tooMany',
    'stepMissing',
    'dateMissing',
    'amountWrong',
  ] as const),
  ...(['gradeMissing', 'gradeWrong', 'unreadable'] as const),
] as const
export type RuleDraftCode = (typeof ruleDraftCodes)[number]

/** `place`: numbers of the condition and of the groups that it stands in, from 1; empty: the whole rule. */
export type RuleDraftProblem = { code: RuleDraftCode; place: number[] }

const isPercentage = (value: number | undefined) =>
  value === undefined || (Number.isInteger(value) && value >= 0 && value <= 100)

const conditionProblem = (condition: Condition): RuleDraftCode | null => {
  switch (condition.kind) {
    case 'completion':
      return condition.step ? null : 'stepMissing'
    case 'grade':
      if (!condition.step) return 'stepMissing'
      if ((condition.min ?? condition.max) === undefined) return 'gradeMissing'
      return isPercentage(condition.min) &&
        isPercentage(condition.max) &&
        (condition.min ?? 0) <= (condition.max ?? 100)
        ? null
        : 'gradeWrong'
    case 'date':
      return condition.from || condition.until ? null : 'dateMissing'
    case 'delay':
      return Number.isInteger(condition.amount) &&
        condition.amount >= 1 &&
        condition.amount <= ruleLimits.delay
        ? null
        : 'amountWrong'
    default:
      return null
  }
}

const groupProblems = ({ conditions }: RuleGroup, place: number[]): RuleDraftProblem[] => {
  const own: RuleDraftProblem[] = []
  if (conditions.length === 0) own.push({ code: 'groupEmpty', place })
  if (conditions.length > ruleLimits.perGroup) own.push({ code: 'groupFull', place })
  if (place.length >= ruleLimits.depth) return [...own, { code: 'tooDeep', place }]
  return conditions.slice(0, ruleLimits.perGroup).reduce((found, part, index) => {
    const here = [...place, index + 1]
    if (isGroup(part)) return [...found, ...groupProblems(part, here)]
    const code = conditionProblem(part)
    return code === null ? found : [...found, { code, place: here }]
  }, own)
}

/** Whether it has the form that the editor makes, with whatever is not filled in. */
const isDraft = (value: unknown, depth = 0): boolean => {
  const { op, conditions } = (value ?? {}) as Partial<RuleGroup>
  if ((op !== 'all' && op !== 'any') || !Array.isArray(conditions) || depth > ruleLimits.depth) return false
  return conditions
    .slice(0, ruleLimits.perGroup)
    .every(
      (part: unknown) =>
        typeof part === 'object' &&
        part !== null &&
        ('op' in part ? isDraft(part, depth + 1) : 'kind' in part),
    )
}

/** What keeps a value from being a rule, in the words of whoever fills in the form. Empty: it is one. */
export const ruleDraftProblems = (value: unknown): RuleDraftProblem[] => {
  if (ruleSchema.safeParse(value).success) return []
  if (!isDraft(value)) return [{ code: 'unreadable', place: [] }]
  const rule = value as UnlockRule
  const problems = groupProblems(rule, [])
  if (problems.length > 0) return problems
  return conditionsIn(rule).length > ruleLimits.conditions
    ? [{ code: 'tooMany', place: [] }]
    : [{ code: 'unreadable', place: [] }]
}
