import { Temporal } from 'temporal-polyfill'

/** @param minutes after midnight by the clock on the wall, 0–1439 */
export const atMinutes = (minutes: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
