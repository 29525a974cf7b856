import type { Field, Validate } from 'payload'

import { locales, type Locale } from '../../src/contracts/locale.ts'
import { isOwnButton, ownTextKeys, type OwnTextKey } from '../../src/contracts/ownTexts.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { describeOwnTextProblem } from '../../src/lesson/ownTexts/describeOwnTextProblem.ts'
import { ownTextProblem } from '../../src/lesson/ownTexts/ownTextProblem.ts'
import type { Course } from '../../src/payload-types.ts'

const checkOwnText =
  (key: OwnTextKey): Validate<string, Partial<Course>> =>
  (value, { data, req }) => {
    const { title = '', description } = data
    const problem = ownTextProblem(key, value ?? '', { title, description: description ?? '' })
    if (problem === null) return true
    return describeOwnTextProblem(problem, (message, values) =>
      translate(localeFrom(req.i18n.language), message, values),
    )
  }

const textField = (key: OwnTextKey): Field => ({
  name: key,
  type: 'text',
  label: label(`label.ownText.${key}`),
  validate: checkOwnText(key) as never,
})

const messageFields = (key: Extract<OwnTextKey, 'welcome' | 'completion'>, locale: Locale): Field[] => [
  {
    name: key,
    type: 'textarea',
    label: label(`label.ownText.${key}`),
    validate: checkOwnText(key) as never,
    admin: { rows: 5, description: label(`hint.ownText.${key}`) },
  },
  {
    name: `${key}Preview`,
    type: 'ui',
    admin: {
      components: {
        Field: {
          path: '/admin/OwnTextPreview/OwnTextPreview.tsx#OwnTextPreview',
          clientProps: { textKey: key, locale },
        },
      },
    },
  },
]

const buttonRows = (): Field[] => {
  const buttons = ownTextKeys.filter(isOwnButton).map(textField)
  const perRow = 3
  return Array.from({ length: Math.ceil(buttons.length / perRow) }, (_, row) => ({
    type: 'row',
    fields: buttons.slice(row * perRow, (row + 1) * perRow),
  }))
}

/** What the bot says in the chat in the creator's words. Empty: in the product's. */
export const ownTextsField: Field = {
  name: 'texts',
  type: 'group',
  label: label('label.ownTexts'),
  admin: { description: label('hint.ownTexts') },
  fields: locales.map((locale) => ({
    name: locale,
    type: 'group',
    label: label(`label.ownTexts.${locale}`),
    fields: [...messageFields('welcome', locale), ...messageFields('completion', locale), ...buttonRows()],
  })),
}
