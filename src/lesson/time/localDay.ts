import { zonedAt } from './zonedAt.ts'

/** The day that a calendar there shows: `2026-03-05`. */
export const localDay = (iso: string, zone: string): string => zonedAt(iso, zone).toPlainDate().toString()
