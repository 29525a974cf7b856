import { language } from './strings.js'

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
const shortDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })

/** Times come as Unix seconds. */
export const formatClock = (seconds) => clock.format(seconds * 1000)

/** The time of a chat's last message: the clock for the last day, a date before. */
export const formatRecent = (seconds, now = Date.now()) =>
  now - seconds * 1000 < 24 * 3600 * 1000 ? formatClock(seconds) : shortDay.format(seconds * 1000)

export const formatDuration = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export function formatSize(bytes) {
  if (bytes === undefined) return ''
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
}
