import { atMinutes } from './atMinutes.ts'
import { isoOf } from './isoOf.ts'
import { zonedAt } from './zonedAt.ts'

/** A week and a day, since today's time may be over; and one more, since zones have left out whole days. */
const longestWait = 15

/**
 * The next time that a clock there shows `minutes` on one of these weekdays, later than `iso`. Null when there is no weekday.
 * @param weekdays 1 (Monday) to 7
 * @param minutes after midnight
 */
export const nextWeekday = (
  iso: string,
  weekdays: readonly number[],
  minutes: number,
  zone: string,
): string | null => {
  const start = zonedAt(iso, zone)
  const today = start.toPlainDate()
  const plainTime = atMinutes(minutes)
  for (let days = 0; days <= longestWait; days += 1) {
    const day = today.add({ days })
    if (!weekdays.includes(day.dayOfWeek)) continue
    const moment = day.toZonedDateTime({ timeZone: zone, plainTime })
    // A day that the zone has left out would be the one after it.
    if (moment.toPlainDate().equals(day) && moment.epochMilliseconds > start.epochMilliseconds)
      return isoOf(moment)
  }
  return null
}
