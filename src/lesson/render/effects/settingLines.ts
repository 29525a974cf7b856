import { isTimeZone } from '../../../contracts/learnerSettings.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { zoneLabel } from '../../settings/zoneLabel.ts'
import { joinTexts } from '../text/joinTexts.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'
import type { EffectOf } from './effectOf.ts'

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

const timeIn = (zone: string, now: string, locale: Locale): string | null => {
  const at = new Date(now)
  if (!isTimeZone(zone) || Number.isNaN(at.getTime())) return null
  const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const
  return new Intl.DateTimeFormat(locale, form).format(at)
}

const languages = { ru: 'settingsLanguageRu', en: 'settingsLanguageEn' } as const

/** All that a person has chosen, line by line; what was just chosen is said in a way that shows a mistake. */
export const settingLines = ({ settings, now, note }: EffectOf<'settings'>, locale: Locale): RichText[] => {
  const { timeZone, remindersEnabled, quietFrom, quietTo } = settings
  const language = settings.locale === null ? 'settingsLanguageAuto' : languages[settings.locale]
  const time = timeZone === null ? null : timeIn(timeZone, now, locale)
  const zone = timeZone === null ? '' : zoneLabel(timeZone, locale)
  const lines = [
    formatText(locale, language, {}),
    time === null
      ? formatText(locale, 'settingsZoneNone', {})
      : formatText(locale, 'settingsZone', { zone, time }),
    formatText(locale, remindersEnabled ? 'settingsRemindersOn' : 'settingsRemindersOff', {}),
    quietFrom === null || quietTo === null
      ? formatText(locale, 'settingsQuietNone', {})
      : formatText(locale, 'settingsQuiet', { from: clock(quietFrom), to: clock(quietTo) }),
  ]
  const isZoneNew = note === 'zone' && time !== null
  return [
    joinTexts(lines, '\n'),
    ...(isZoneNew ? [formatText(locale, 'settingsZoneChosen', { zone, time })] : []),
  ]
}
