import type { Locale } from '../../../contracts/locale.ts'

const formats = new Map<Locale, Intl.DateTimeFormat>()

/** A time for people whose time zone nobody knows: with the zone that it is told in. */
export const formatDate = (locale: Locale, iso: string): string => {
  const format =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
      timeZone: 'UTC',
    })
  formats.set(locale, format)
  return `${format.format(new Date(iso))} UTC`
}
