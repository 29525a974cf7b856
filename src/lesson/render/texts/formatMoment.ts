import type { Locale } from '../../../contracts/locale.ts'
import { firstZone } from '../../time/firstZone.ts'

/** By language and zone: there are a few hundred at most. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (locale: Locale, timeZone: string): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      ...{ timeZone, timeZoneName: 'short' },
    })
  formats.set(key, format)
  return format
}

/** A moment by the clock on the reader's wall, with the zone's name; what is no time as it is. */
export const formatMoment = (locale: Locale, iso: string, timeZone: string): string => {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : formatOf(locale, firstZone(timeZone)).format(time)
}
