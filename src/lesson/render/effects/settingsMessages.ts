import type { Locale } from '../../../contracts/locale.ts'
import { regions, zonesByRegion } from '../../../contracts/timeZones.ts'
import { zoneLabel } from '../../settings/zoneLabel.ts'
import { inPlace } from '../inPlace.ts'
import type { OutgoingMessage } from '../outgoingMessage.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import { toMessages } from '../toMessages.ts'
import type { EffectOf } from './effectOf.ts'
import { quietChoices, settingButton, type SettingButton } from './settingButton.ts'
import { settingLines } from './settingLines.ts'

type Settings = EffectOf<'settings'>
type Page = { text: RichText[]; buttons: SettingButton[][] }

const inPairs = (buttons: SettingButton[]): SettingButton[][] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2))

const pageOf = (effect: Settings, locale: Locale): Page => {
  const { page, settings, region, candidates = [], note } = effect
  const button = settingButton(effect, locale)
  const back = (to: 'main' | 'timeZone') => [button('buttonSettingsBack', to)]
  switch (page) {
    case 'main': {
      const reminders = settings.remindersEnabled
        ? button('buttonRemindersOff', 'remindersOff')
        : button('buttonRemindersOn', 'remindersOn')
      return {
        text: settingLines(effect, locale),
        buttons: [
          [button('buttonLanguage', 'language'), button('buttonTimeZone', 'timeZone')],
          [reminders, button('buttonQuietHours', 'quietHours')],
        ],
      }
    }
    case 'language':
      return {
        text: [formatText(locale, 'settingsAskLanguage', {})],
        buttons: [
          [button('buttonLanguageAuto', 'languageAuto')],
          [button('buttonLanguageRu', 'languageRu'), button('buttonLanguageEn', 'languageEn')],
          back('main'),
        ],
      }
    case 'timeZone':
      return {
        text: [formatText(locale, 'settingsAskRegion', {})],
        buttons: [
          ...inPairs(regions.map((one) => button(`buttonRegion_${one}`, `region:${one}`))),
          [button('buttonTypeZone', 'typeZone')],
          back('main'),
        ],
      }
    case 'region':
      return {
        text: [formatText(locale, 'settingsAskZone', {})],
        buttons: [
          ...inPairs(
            (region === undefined ? [] : [...zonesByRegion[region]]).map((zone) =>
              settingButton(effect, locale).named(zoneLabel(zone, locale), `zone:${zone}`),
            ),
          ),
          [button('buttonTypeZone', 'typeZone')],
          back('timeZone'),
        ],
      }
    case 'typing':
      return {
        text: [formatText(locale, note === 'zoneUnknown' ? 'settingsZoneUnknown' : 'settingsTypeZone', {})],
        buttons: [back('timeZone')],
      }
    case 'candidates':
      return {
        text: [formatText(locale, 'settingsWhichZone', {})],
        buttons: [
          ...candidates.map((zone, index) => [
            settingButton(effect, locale).named(zoneLabel(zone, locale), `candidate${index}` as 'candidate0'),
          ]),
          back('timeZone'),
        ],
      }
    case 'quietHours':
      return {
        text: [formatText(locale, 'settingsAskQuiet', {})],
        buttons: [
          ...inPairs(quietChoices.map(([choice, from, to]) => button.named(`${from}–${to}`, choice))),
          [button('buttonQuietNone', 'quietNone')],
          back('main'),
        ],
      }
  }
}

/** A page of the settings: all of them stand in one message, which its buttons change. */
export const settingsMessages = (effect: Settings, locale: Locale): OutgoingMessage[] => {
  const { text, buttons } = pageOf(effect, locale)
  const title = formatText(locale, 'settingsTitle', {})
  const messages = toMessages(joinTexts([title, ...text], '\n\n'), buttons)
  return effect.isInPlace ? inPlace(messages) : messages
}
