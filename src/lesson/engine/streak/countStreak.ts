import { dayBefore } from '../../time/dayBefore.ts'
import { isMoment } from '../../time/isMoment.ts'
import { localDay } from '../../time/localDay.ts'
import type { Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { shortestStreak } from './shortestStreak.ts'

/**
 * Counts the days in a row, by the learner's calendar, on which they have completed a step. The first one of a day that
 * goes on is told before anything else.
 * @param result of what the learner did
 */
export const countStreak = (turn: Pick<Turn, 'now' | 'timeZone'>, result: AdvanceResult): AdvanceResult => {
  const { state, facts, effects } = result
  if (!isMoment(turn.now) || facts.every(({ type }) => type !== 'step_completed')) return result
  const day = localDay(turn.now, turn.timeZone)
  const known = state.streak
  // Whoever travels west may have a day twice: it counts once.
  if (known !== undefined && day <= known.day) return result
  const days = known?.day === dayBefore(day) ? known.days + 1 : 1
  const streak = { days, day, best: Math.max(days, known?.best ?? 0) }
  return {
    ...result,
    state: { ...state, streak },
    effects: days < shortestStreak ? effects : [{ type: 'streak', days }, ...effects],
  }
}
