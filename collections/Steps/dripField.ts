import type { Field, JSONFieldValidation } from 'payload'

import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { dripProblem } from '../../src/lesson/engine/drip/dripProblem.ts'

const requireDrip: JSONFieldValidation = (value, { req }) => {
  const problem = dripProblem('step', value)
  return problem === null || translate(localeFrom(req.i18n.language), `drip.problem.${problem}`)
}

/** A schedule of the step's own, for it and those after it; null: the course's. */
export const dripField: Field = {
  name: 'drip',
  type: 'json',
  label: label('label.drip.step'),
  validate: requireDrip,
  admin: { components: { Field: '/admin/Drip/StepDripField.tsx#StepDripField' } },
}
