import { afterDays } from '../../time/afterDays.ts'
import { zonedAt } from '../../time/zonedAt.ts'
import type { DripPace } from './schedule.ts'

const hourMs = 3_600_000
/** Two weeks, since zones have left out whole days, and the day on which the time is over. */
const longestWait = 15

const weekdayAfter = (weekday: number, days: number) => ((weekday - 1 + days) % 7) + 1

/**
 * When something opens that comes so long after a moment: on the first of its weekdays, at its time of day, that is not
 * too early. Days are counted by the calendar, so that one day after any time of Monday may be Tuesday at nine.
 */
export const paceEnd = (
  anchor: string,
  { amount, unit, weekdays, time }: DripPace,
  timeZone: string,
): string => {
  const isByDay = unit === 'days'
  const start = isByDay ? anchor : new Date(Date.parse(anchor) + amount * hourMs).toISOString()
  const firstDay = isByDay ? amount : 0
  // A time that comes twice is not to become the first of both by being counted from.
  const onDay = (day: number) => (day === 0 && time === null ? start : afterDays(start, day, time, timeZone))
  if (weekdays.length === 0 && time === null) return onDay(firstDay)
  const isWished = (weekday: number) => weekdays.length === 0 || weekdays.includes(weekday)
  const { dayOfWeek } = zonedAt(start, timeZone)
  for (let days = firstDay; days <= firstDay + longestWait; days += 1) {
    // Counting alone rules out most days, and is cheaper than the calendar. A time that clocks leave out may be the next day's.
    if (!isWished(weekdayAfter(dayOfWeek, days)) && !isWished(weekdayAfter(dayOfWeek, days + 1))) continue
    const moment = onDay(days)
    const isLater = Date.parse(moment) >= Date.parse(start) && Date.parse(moment) > Date.parse(anchor)
    if (isLater && isWished(zonedAt(moment, timeZone).dayOfWeek)) return moment
  }
  return onDay(firstDay)
}
