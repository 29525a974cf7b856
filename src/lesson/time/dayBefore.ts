import { Temporal } from 'temporal-polyfill'

/** @param day as `localDay` has it */
export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
