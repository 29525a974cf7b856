import type { MessageKey } from '../../i18n/en.ts'
import type { MessageValues } from '../../i18n/translate.ts'
import type { DripPace } from '../../lesson/engine/drip/schedule.ts'

/** Monday the 5th of January 1970 was one, whatever the language. */
const mondayMs = 4 * 24 * 3_600_000
const dayMs = 24 * 3_600_000

export const weekdayName = (weekday: number, locale: string, form: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { weekday: form, timeZone: 'UTC' }).format(
    mondayMs + (weekday - 1) * dayMs,
  )

/** `09:05` for 545. */
export const clockOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** How long after the one before, on which days and when: the middle of a sentence. */
export const paceText = (
  { amount, unit, weekdays, time }: DripPace,
  locale: string,
  t: (key: MessageKey, values?: MessageValues) => string,
): string => {
  const days = weekdays.toSorted().map((weekday) => weekdayName(weekday, locale, 'short'))
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' }).format(days)
  return [
    amount === 0 ? t('drip.pace.next') : t(`drip.pace.${unit}`, { amount }),
    ...(days.length === 0 ? [] : [t('drip.pace.weekdays', { days: list })]),
    ...(time === null ? [] : [t('drip.pace.time', { time: clockOf(time) })]),
  ].join(' ')
}
