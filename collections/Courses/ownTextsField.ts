import type { Field, Validate } from 'payload'

import { locales, type Locale } from '../../src/contracts/locale.ts'
import { isOwnButton, ownTextKeys, type OwnTextKey, type OwnTexts } from '../../src/contracts/ownTexts.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'
import { describeOwnTextProblem } from '../../src/lesson/ownTexts/describeOwnTextProblem.ts'
import { likeButton } from '../../src/lesson/ownTexts/likeButton.ts'
import { ownTextProblem } from '../../src/lesson/ownTexts/ownTextProblem.ts'
import type { Course } from '../../src/payload-types.ts'

type Written = { [Key in OwnTextKey]?: string | null }

const checkOwnText =
  (key: OwnTextKey, locale: Locale): Validate<string, Partial<Course>, Written> =>
  (value, { data, siblingData, req }) => {
    const { title = '', description } = data
    const language = localeFrom(req.i18n.language)
    const problem = ownTextProblem(key, value ?? '', { title, description: description ?? '' })
    if (problem !== null)
      return describeOwnTextProblem(problem, (message, values) => translate(language, message, values))
    if (!isOwnButton(key) || !value) return true
    const written = Object.entries(siblingData).filter(([, text]) => typeof text === 'string')
    const like = likeButton(key, Object.fromEntries(written) as OwnTexts[Locale] & object, locale)
    if (like === null) return true
    return translate(language, 'ownText.likeButton', {
      other: translate(language, `label.ownText.${like}`),
    })
  }

const textField = (key: OwnTextKey, locale: Locale): Field => ({
  name: key,
  type: 'text',
  label: label(`label.ownText.${key}`),
  validate: checkOwnText(key, locale) as never,
})

const messageFields = (key: Extract<OwnTextKey, 'welcome' | 'completion'>, locale: Locale): Field[] => [
  {
    name: key,
    type: 'textarea',
    label: label(`label.ownText.${key}`),
    validate: checkOwnText(key, locale) as never,
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

const buttonRows = (locale: Locale): Field[] => {
  const buttons = ownTextKeys.filter(isOwnButton).map((key) => textField(key, locale))
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
    fields: [
      ...messageFields('welcome', locale),
      ...messageFields('completion', locale),
      ...buttonRows(locale),
    ],
  })),
}
