import type { Field, JSONFieldValidation } from 'payload'

import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { dripProblem } from '../../src/lesson/engine/drip/dripProblem.ts'

const requireDrip: JSONFieldValidation = (value, { req }) => {
  const problem = dripProblem('course', value)
  return problem === null || translate(localeFrom(req.i18n.language), `drip.problem.${problem}`)
}

/** When each learner is given the next section or step, as `src/lesson/engine/drip` has it; null: all at once. */
export const dripField: Field = {
  name: 'drip',
  type: 'json',
  label: label('label.drip.course'),
  validate: requireDrip,
  admin: { components: { Field: '/admin/Drip/CourseDripField.tsx#CourseDripField' } },
}
