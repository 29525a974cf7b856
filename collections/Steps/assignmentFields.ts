import type { Condition, Field, NumberField, TextFieldSingleValidation } from 'payload'

import { programExtensions } from '../../src/contracts/programExtensions.ts'
import { answerKinds } from '../../src/contracts/submission.ts'
import { label } from '../../src/i18n/label.ts'
import type { MessageKey } from '../../src/i18n/en.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { anchorField } from './anchorField.ts'

const half = { width: '50%' } as const

const hasPoints: Condition = (_data, group) => group?.grading === 'points'
const isDelayed: Condition = (_data, group) => group?.autoApprove === 'afterDays'

const requireExtensions: TextFieldSingleValidation = (value, { req }) => {
  const written = value ?? ''
  const locale = localeFrom(req.i18n.language)
  if (!/^[\s.,;a-z0-9]*$/i.test(written)) return translate(locale, 'error.extensionsUnreadable')
  // Learners are refused these whatever stands here.
  const programs = written
    .toLowerCase()
    .split(/[\s.,;]+/)
    .filter((one) => programExtensions.has(one))
  return (
    programs.length === 0 || translate(locale, 'error.extensionsArePrograms', { names: programs.join(', ') })
  )
}

type Range = { min: number; max: number; defaultValue?: number; step?: number }

const number = (
  name: string,
  { step = 1, ...range }: Range,
  { hint, condition }: { hint?: MessageKey; condition?: Condition } = {},
): NumberField => ({
  name,
  type: 'number',
  label: label(`label.assignment.${name}` as MessageKey),
  ...range,
  admin: { ...half, step, condition, ...(hint === undefined ? {} : { description: label(hint) }) },
})

const time = (name: 'dueAt' | 'cutOffAt'): Field => ({
  name,
  type: 'date',
  label: label(`label.assignment.${name}`),
  admin: { ...half, date: { pickerAppearance: 'dayAndTime' } },
})

const choice = <Value extends string>(
  name: string,
  values: readonly Value[],
  defaultValue: Value,
): Field => ({
  name,
  type: 'select',
  label: label(`label.assignment.${name}` as MessageKey),
  required: true,
  defaultValue,
  options: values.map((value) => ({
    value,
    label: label(`label.assignment.${name}.${value}` as MessageKey),
  })),
  admin: { ...half, isClearable: false },
})

const answering: Field[] = [
  {
    name: 'requirements',
    type: 'textarea',
    label: label('label.assignment.requirements'),
    maxLength: 2000,
    admin: { rows: 4, description: label('hint.assignment.requirements') },
  },
  {
    name: 'accepts',
    type: 'select',
    hasMany: true,
    label: label('label.assignment.accepts'),
    defaultValue: ['text', 'photo', 'file'],
    options: answerKinds.map((kind) => ({ value: kind, label: label(`label.assignment.accepts.${kind}`) })),
  },
  {
    type: 'row',
    fields: [
      number('maxFiles', { min: 1, max: 20, defaultValue: 10 }),
      number(
        'maxFileMegabytes',
        { min: 1, max: 20, defaultValue: 20 },
        { hint: 'hint.assignment.maxFileMegabytes' },
      ),
    ],
  },
  {
    name: 'extensions',
    type: 'text',
    label: label('label.assignment.extensions'),
    maxLength: 200,
    validate: requireExtensions,
    admin: { description: label('hint.assignment.extensions') },
  },
]

const timing: Field[] = [
  { type: 'row', fields: [time('dueAt'), number('dueAfterDays', { min: 1, max: 365 })] },
  { type: 'row', fields: [time('cutOffAt'), number('cutOffAfterDays', { min: 1, max: 365 })] },
]

const reviewing: Field[] = [
  {
    type: 'row',
    fields: [
      number('maxAttempts', { min: 0, max: 100, defaultValue: 0 }, { hint: 'hint.assignment.maxAttempts' }),
      {
        name: 'isBlockingWhilePending',
        type: 'checkbox',
        label: label('label.assignment.isBlockingWhilePending'),
        defaultValue: true,
        admin: { ...half, style: { alignSelf: 'center' } },
      },
    ],
  },
  { type: 'row', fields: [choice('grading', ['passFail', 'points'], 'passFail')] },
  {
    type: 'row',
    fields: [
      number('maxPoints', { min: 1, max: 1000, defaultValue: 100 }, { condition: hasPoints }),
      number('passPoints', { min: 0, max: 1000 }, { condition: hasPoints }),
    ],
  },
  {
    type: 'row',
    fields: [
      choice('autoApprove', ['never', 'atOnce', 'afterDays'], 'never'),
      number('autoApproveDays', { min: 1, max: 90, defaultValue: 7 }, { condition: isDelayed }),
    ],
  },
  {
    name: 'rubric',
    type: 'textarea',
    label: label('label.assignment.rubric'),
    maxLength: 5000,
    admin: { rows: 4, description: label('hint.assignment.rubric') },
  },
]

/** What learners hand in, until when, and how it is reviewed. The task itself is the step's content. */
export const assignmentFields: Field = {
  name: 'assignment',
  type: 'group',
  label: label('label.assignment'),
  admin: { condition: (data) => data?.stepType === 'assignment' },
  fields: [anchorField('assignment'), ...answering, ...timing, ...reviewing],
}
