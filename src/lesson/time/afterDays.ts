import { atMinutes } from './atMinutes.ts'
import { isoOf } from './isoOf.ts'
import { zonedAt } from './zonedAt.ts'

/**
 * So many local days later: at the same time by the clock on the wall, or at the time that is given. A time that
 * the clocks jump over is as much later as they jump; of a time that comes twice it is the first.
 * @param minutes after midnight, null: the same time of day
 */
export const afterDays = (iso: string, days: number, minutes: number | null, zone: string): string => {
  const start = zonedAt(iso, zone)
  const day = start.toPlainDate().add({ days })
  const plainTime = minutes === null ? start.toPlainTime() : atMinutes(minutes)
  return isoOf(day.toZonedDateTime({ timeZone: zone, plainTime }))
}
