import type { DripPace } from '../../../src/lesson/engine/drip/schedule.ts'
import type { Release } from '../../../src/lesson/engine/release.ts'
import type { Story } from './story.ts'
import { daysLater, momentOf, wallOf } from './wallClock.ts'

const dayMs = 86_400_000

/** What a schedule releases together, and when: at the beginning, on a date, or so long after the one before. */
export type Portion = { stepIds: string[]; when: 'free' | 'start' | { at: string } | { pace: DripPace } }

export const portionsOf = ({ steps, drip }: Release): Portion[] => {
  const portions: Portion[] = []
  for (const [place, { id, drip: own, section }] of steps.entries()) {
    const before = steps[place - 1]
    const isByCourse =
      drip !== undefined && (place === 0 || drip.per === 'step' || (before?.section ?? null) !== section)
    if (own === undefined && !isByCourse) {
      portions.at(-1)?.stepIds.push(id)
      continue
    }
    const isAtOnce = own === undefined && portions.length === 0 && drip?.isFirstAtOnce === true
    const chained = own?.mode === 'chain' ? own : drip
    const when: Portion['when'] =
      own?.mode === 'none'
        ? 'free'
        : own?.mode === 'date'
          ? { at: own.at }
          : isAtOnce || chained === undefined
            ? 'start'
            : { pace: chained }
    portions.push({ stepIds: [id], when })
  }
  return portions
}

/** The first moment that fits: late enough, on one of the weekdays, at the time of day. */
const endOf = (anchor: number, { amount, unit, weekdays, time }: DripPace, zone: string): number => {
  const earliest = unit === 'hours' ? anchor + amount * 3_600_000 : anchor
  for (let days = unit === 'days' ? amount : 0; days < 400; days += 1) {
    const midnight = Math.floor(wallOf(earliest, zone) / dayMs + days) * dayMs
    const isSame = time === null
    const at = isSame ? (days === 0 ? earliest : daysLater(earliest, days, zone)) : momentOf(midnight + time * 60_000, zone) // prettier-ignore
    const weekday = new Date(wallOf(at, zone)).getUTCDay() || 7
    const isFree = weekdays.length === 0 && isSame
    if (isFree || (at >= earliest && at > anchor && (weekdays.length === 0 || weekdays.includes(weekday))))
      return at
  }
  return Number.POSITIVE_INFINITY
}

/** When the portion at this place is released to a learner; null: nobody knows yet. */
export const dueTime = (
  portions: readonly Portion[],
  place: number,
  { enrolledAt, released }: Story,
  zone: string,
): number | null => {
  const portion = portions[place]
  if (enrolledAt === null || portion === undefined || portion.when === 'free') return null
  if (portion.when === 'start') return enrolledAt
  if ('at' in portion.when) return Math.max(enrolledAt, Date.parse(portion.when.at))
  const before = portions.slice(0, place).findLast(({ when }) => when !== 'free')
  const anchor = before === undefined ? enrolledAt : released.get(before.stepIds[0] ?? '')
  return anchor === undefined ? null : endOf(anchor, portion.when.pace, zone)
}
