import type { Temporal } from 'temporal-polyfill'

import { atMinutes } from './atMinutes.ts'
import { isoOf } from './isoOf.ts'
import { zonedAt } from './zonedAt.ts'

/** Minutes after midnight, from one to before the other, also over midnight. Equal: there are none. */
export type QuietHours = { from: number; to: number }

const isQuiet = ({ hour, minute }: Temporal.ZonedDateTime, { from, to }: QuietHours): boolean => {
  const now = hour * 60 + minute
  return from <= to ? now >= from && now < to : now >= from || now < to
}

/**
 * This moment, or the end of the quiet hours that it is in, by the clock on the wall: where clocks are put back,
 * hours can be quiet twice.
 */
export const nextAllowed = (iso: string, quiet: QuietHours, zone: string): string => {
  const start = zonedAt(iso, zone)
  if (quiet.from === quiet.to || !isQuiet(start, quiet)) return iso
  const today = start.toPlainDate()
  // The third day: on one of them the hours that are not quiet may be jumped over, or the day left out.
  const ends = [0, 1, 2, 3].flatMap((days) => {
    const end = today.add({ days }).toPlainDateTime(atMinutes(quiet.to))
    return (['earlier', 'later'] as const).map((disambiguation) =>
      end.toZonedDateTime(zone, { disambiguation }),
    )
  })
  // Clocks may also jump from quiet hours to after them.
  const change = start.getTimeZoneTransition('next')
  const moments = (change === null ? ends : [change, ...ends]).filter(
    (moment) => moment.epochMilliseconds > start.epochMilliseconds && !isQuiet(moment, quiet),
  )
  const end = moments.sort((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
  return end === undefined ? iso : isoOf(end)
}
