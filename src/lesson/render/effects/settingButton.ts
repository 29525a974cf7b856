import type { InlineKeyboardButton } from '@grammyjs/types'

import type { Locale } from '../../../contracts/locale.ts'
import type { SettingChoice } from '../../../contracts/settingChoices.ts'
import { tapButton } from '../tapButton.ts'
import { formatText } from '../texts/formatText.ts'
import type { textArguments, TextKey } from '../texts/textArguments.ts'

export type SettingButton = InlineKeyboardButton.CallbackButton

/** Texts without placeholders. */
type PlainKey = {
  [Key in TextKey]: (typeof textArguments)[Key] extends readonly [] ? Key : never
}[TextKey]

/** Hours in which nobody is reminded: what a button offers. */
export const quietChoices = [
  ['quiet21to9', '21:00', '9:00'],
  ['quiet22to8', '22:00', '8:00'],
  ['quiet22to9', '22:00', '9:00'],
  ['quiet23to10', '23:00', '10:00'],
] as const satisfies [SettingChoice, string, string][]

/** Makes buttons of the settings, called as the catalogue or somebody else says. */
export const settingButton = ({ version }: { version: number }, locale: Locale) => {
  const named = (text: string, choice: SettingChoice): SettingButton =>
    tapButton(text, { action: 'set', version, choice })
  const button = (key: PlainKey, choice: SettingChoice): SettingButton =>
    named(formatText(locale, key, {} as never).text, choice)
  return Object.assign(button, { named })
}
