import { isoOf } from './isoOf.ts'
import { zonedAt } from './zonedAt.ts'

/** The first moment of the local day. Where clocks are put forward at midnight, that is not 00:00. */
export const startOfDay = (iso: string, zone: string): string => isoOf(zonedAt(iso, zone).startOfDay())
