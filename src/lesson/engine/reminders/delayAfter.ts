import { afterDays } from '../../time/afterDays.ts'
import type { ReminderRung } from '../release.ts'

const hourMs = 3_600_000

/** Days are those of the calendar, at the same time of the clock on the wall. */
export const delayAfter = (
  iso: string,
  { amount, unit }: Pick<ReminderRung, 'amount' | 'unit'>,
  zone: string,
): string =>
  unit === 'days'
    ? afterDays(iso, amount, null, zone)
    : new Date(Date.parse(iso) + amount * hourMs).toISOString()
