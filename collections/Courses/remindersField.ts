import type { ArrayFieldValidation, Field, NumberFieldSingleValidation, Validate } from 'payload'

import { locales } from '../../src/contracts/locale.ts'
import { defaultLadder, maxDelay, maxRungs } from '../../src/contracts/reminders.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { describeOwnTextProblem } from '../../src/lesson/ownTexts/describeOwnTextProblem.ts'
import { ownTextProblem } from '../../src/lesson/ownTexts/ownTextProblem.ts'
import type { Course } from '../../src/payload-types.ts'

/** A step's title may be about as long as this where it is named. */
const longTitle = 'N'.repeat(200)

const checkText: Validate<string, Partial<Course>> = (value, { data, req }) => {
  const problem = ownTextProblem('reminder', value ?? '', { title: data.title ?? '', step: longTitle })
  if (problem === null) return true
  return describeOwnTextProblem(problem, (message, values) =>
    translate(localeFrom(req.i18n.language), message, values),
  )
}

/** @returns how many rows there are; Payload gives their number alone in some places */
const countOf = (rows: unknown): number => (Array.isArray(rows) ? rows.length : Number(rows ?? 0))

const requireRungs: ArrayFieldValidation = (rows, { siblingData, req }) => {
  const count = countOf(rows)
  const { isOn } = siblingData as { isOn?: boolean | null }
  if (count > maxRungs || (isOn === true && count === 0))
    return translate(localeFrom(req.i18n.language), 'reminders.problem.count', { max: maxRungs })
  return true
}

const requireAmount: NumberFieldSingleValidation = (value, { req }) =>
  (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= maxDelay) ||
  translate(localeFrom(req.i18n.language), 'reminders.problem.amount', { max: maxDelay })

/** When whoever stays away is called back, and with which words. */
export const remindersField: Field = {
  name: 'reminders',
  type: 'group',
  label: label('label.reminders'),
  admin: { description: label('hint.reminders') },
  fields: [
    { name: 'isOn', type: 'checkbox', label: label('label.reminders.isOn'), defaultValue: true },
    {
      name: 'ladder',
      type: 'array',
      labels: { singular: label('label.reminder'), plural: label('label.reminders') },
      label: label('label.reminders.ladder'),
      maxRows: maxRungs,
      defaultValue: () => defaultLadder.map((rung) => ({ ...rung })),
      validate: requireRungs,
      admin: {
        initCollapsed: false,
        description: label('hint.reminders.ladder'),
        condition: (_data, sibling: { isOn?: boolean }) => sibling?.isOn === true,
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'amount',
              type: 'number',
              label: label('label.reminder.amount'),
              required: true,
              min: 1,
              max: maxDelay,
              defaultValue: 1,
              validate: requireAmount,
              admin: { step: 1 },
            },
            {
              name: 'unit',
              type: 'select',
              label: label('label.reminder.unit'),
              required: true,
              defaultValue: 'days',
              options: (['hours', 'days'] as const).map((value) => ({
                value,
                label: label(`label.reminder.unit.${value}`),
              })),
            },
          ],
        },
        {
          name: 'texts',
          type: 'group',
          label: label('label.ownText.reminder'),
          admin: { description: label('hint.ownText.reminder') },
          fields: locales.map((locale) => ({
            name: locale,
            type: 'textarea' as const,
            label: label(`label.ownTexts.${locale}`),
            validate: checkText as never,
            admin: { rows: 2 },
          })),
        },
      ],
    },
  ],
}
