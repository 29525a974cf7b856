import { afterDays } from '../../time/afterDays.ts'
import type { Condition } from './rule.ts'
import type { RuleFacts } from './ruleFacts.ts'

const unitMs = { minutes: 60_000, hours: 3_600_000 } as const
const lastYear = Date.parse('9000-01-01')

/** When a delay is over, in milliseconds since the epoch; null while nobody knows when it begins. */
export const delayEnd = (
  { after, amount, unit }: Extract<Condition, { kind: 'delay' }>,
  { enrolledAt, previousId, completedAt, timeZone }: RuleFacts,
): number | null => {
  const anchor = after === 'enrolment' ? enrolledAt : previousId === null ? null : completedAt(previousId)
  const start = Date.parse(anchor ?? '')
  if (!(start >= 0 && start < lastYear)) return null
  if (unit !== 'days') return start + amount * unitMs[unit]
  return Date.parse(afterDays(new Date(start).toISOString(), amount, null, timeZone))
}
