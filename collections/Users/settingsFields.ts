import type { Field, NumberFieldSingleValidation, TextFieldSingleValidation } from 'payload'

import { defaultQuietHours, isTimeZone, minutesPerDay } from '../../src/contracts/learnerSettings.ts'
import { locales } from '../../src/contracts/locale.ts'
import { label } from '../../src/i18n/label.ts'
import { localeFrom, translate } from '../../src/i18n/translate.ts'

const checkMinutes: NumberFieldSingleValidation = (value, { req }) =>
  value == null || (Number.isInteger(value) && value >= 0 && value < minutesPerDay)
    ? true
    : translate(localeFrom(req.i18n.language), 'error.minutesOfDay')

const checkTimeZone: TextFieldSingleValidation = (value, { req }) =>
  !value || isTimeZone(value) ? true : translate(localeFrom(req.i18n.language), 'error.timeZone')

const quietField = (name: 'quietFrom' | 'quietTo', defaultValue: number): Field => ({
  name,
  type: 'number',
  label: label(`label.${name}`),
  defaultValue,
  validate: checkMinutes,
  admin: { step: 1, description: label('hint.minutesOfDay') },
})

/** What a person has chosen in a chat with `/settings`; it holds in every course. */
export const settingsFields: Field[] = [
  {
    type: 'collapsible',
    label: label('label.chatSettings'),
    admin: { initCollapsed: true },
    fields: [
      {
        type: 'row',
        fields: [
          {
            // Empty: as Telegram tells.
            name: 'locale',
            type: 'select',
            label: label('label.chatLanguage'),
            options: locales.map((locale) => ({ value: locale, label: label(`label.locale.${locale}`) })),
          },
          {
            name: 'timeZone',
            type: 'text',
            label: label('label.timeZone'),
            maxLength: 64,
            validate: checkTimeZone,
            admin: { description: label('hint.timeZone') },
          },
        ],
      },
      {
        name: 'remindersEnabled',
        type: 'checkbox',
        label: label('label.remindersEnabled'),
        defaultValue: true,
      },
      {
        type: 'row',
        fields: [
          quietField('quietFrom', defaultQuietHours.from),
          quietField('quietTo', defaultQuietHours.to),
        ],
      },
    ],
  },
]
