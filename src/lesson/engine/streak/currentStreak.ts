import { dayBefore } from '../../time/dayBefore.ts'
import { isMoment } from '../../time/isMoment.ts'
import { localDay } from '../../time/localDay.ts'
import type { Turn } from '../turn.ts'
import { shortestStreak } from './shortestStreak.ts'

const none = { days: 0, isOpen: false }

/** Days in a row until today or yesterday, 0 when there are too few to speak of. `isOpen`: a step completed today would go on with it. */
export const currentStreak = (
  turn: Pick<Turn, 'now' | 'timeZone' | 'state'>,
): { days: number; isOpen: boolean } => {
  const { streak } = turn.state
  if (streak === undefined || streak.days < shortestStreak || !isMoment(turn.now)) return none
  const today = localDay(turn.now, turn.timeZone)
  const isOpen = streak.day === dayBefore(today)
  return isOpen || streak.day >= today ? { days: streak.days, isOpen } : none
}
