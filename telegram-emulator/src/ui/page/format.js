import { now } from './clock.js'
import { language } from './strings.js'

const clock = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', second: '2-digit' })
const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })

/** Times come as Unix seconds. */
export const formatClock = (unix) => clock.format(unix * 1000)

/** Milliseconds, for the log. */
export const formatSeconds = (ms) => seconds.format(ms)

/** Milliseconds, with the date. */
export const formatMoment = (ms) => moment.format(ms)

/** The time of a chat's last message: the clock for the last day, a date before. */
export const formatRecent = (unix) =>
  now() - unix * 1000 < 24 * 3600 * 1000 ? formatClock(unix) : shortDay.format(unix * 1000)

export const formatDuration = (length) =>
  `${Math.floor(length / 60)}:${String(Math.floor(length % 60)).padStart(2, '0')}`

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte']

export function formatSize(bytes) {
  if (bytes === undefined) return ''
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)))
  const format = {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 ? 1 : 0,
  }
  return new Intl.NumberFormat(language, format).format(bytes / 1024 ** power)
}
