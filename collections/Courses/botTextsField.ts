import type { Field } from 'payload'

import { locales } from '../../src/contracts/locale.ts'
import { botTextLimits } from '../../src/contracts/runnerBots.ts'
import { label } from '../../src/i18n/label.ts'

/** What the bot says of itself to people whose Telegram speaks that language. Empty: the course's own words. */
export const botTextsField: Field = {
  name: 'botTexts',
  type: 'group',
  label: label('label.botTexts'),
  admin: { description: label('hint.botTexts') },
  fields: locales.map((locale) => ({
    name: locale,
    type: 'group',
    label: label(`label.botTexts.${locale}`),
    fields: [
      { name: 'name', type: 'text', label: label('label.botName'), maxLength: botTextLimits.name },
      {
        name: 'shortDescription',
        type: 'text',
        label: label('label.botShortDescription'),
        maxLength: botTextLimits.shortDescription,
      },
      {
        name: 'description',
        type: 'textarea',
        label: label('label.description'),
        maxLength: botTextLimits.description,
      },
    ],
  })),
}
