import { Temporal } from 'temporal-polyfill'

import { isoOf } from './isoOf.ts'
import { zonedAt } from './zonedAt.ts'

/** A moment as a field for local time has it: `2026-03-05T10:00`. */
export const localFromIso = (iso: string, zone: string): string =>
  zonedAt(iso, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** The moment at which a clock there shows that, or null when it says no time. */
export const isoFromLocal = (local: string, zone: string): string | null => {
  try {
    return isoOf(Temporal.PlainDateTime.from(local).toZonedDateTime(zone))
  } catch {
    return null
  }
}
