import type { Locale } from '../../../contracts/locale.ts'

const units = ['hour', 'minute', 'second'] as const

/** Seconds in words, as far as there are any: “1 hr 30 min”, “45 sec”. */
export const durationText = (seconds: number, locale: Locale): string => {
  const counts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  const parts = units.flatMap((unit, place) => {
    const count = counts[place] ?? 0
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' })
    return count > 0 || (unit === 'second' && seconds < 1) ? [format.format(count)] : []
  })
  return parts.join(' ')
}
