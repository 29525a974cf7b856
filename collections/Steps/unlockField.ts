import type { Field, JSONFieldValidation } from 'payload'

import { describeRuleProblem } from '../../src/i18n/describeRuleProblem.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom } from '../../src/i18n/translate.ts'
import { ruleDraftProblems } from '../../src/lesson/engine/rules/ruleDraftProblems.ts'

const shownProblems = 3

const requireRule: JSONFieldValidation = (value, { req }) => {
  if (value === null || value === undefined) return true
  const problems = ruleDraftProblems(value)
  const locale = localeFrom(req.i18n.language)
  const said = problems.slice(0, shownProblems).map((problem) => describeRuleProblem(problem, locale))
  return problems.length === 0 || said.join(' ')
}

/** When the step opens, as a rule of `src/lesson/engine/rules`; null: in the course's order. */
export const unlockField: Field = {
  name: 'unlockConditions',
  type: 'json',
  label: label('label.unlockConditions'),
  validate: requireRule,
  admin: { components: { Field: '/admin/UnlockRule/UnlockRuleField.tsx#UnlockRuleField' } },
}
