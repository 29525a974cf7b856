import type { LearnerSettings } from '../../../contracts/learnerSettings.ts'
import { isMoment } from '../../time/isMoment.ts'
import type { Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { zoneOf } from '../zoneOf.ts'
import { delayAfter } from './delayAfter.ts'
import { isRemindable } from './isRemindable.ts'
import { outsideQuietHours } from './outsideQuietHours.ts'
import { reminderTimer } from './reminderTimer.ts'

/**
 * Sees to it that a learner who has just done something will be reminded. An action moves no timer that waits for the
 * first call: one that comes before its time moves itself (see `remind`), so that only those who come back after a call
 * or a pause cost a row.
 */
export const keepReminders = (
  turn: Pick<Turn, 'newest' | 'now' | 'settings'>,
  result: AdvanceResult,
): AdvanceResult => {
  const { state, records } = result
  const { dueAt: waits = null, sent = 0 } = state.reminders ?? {}
  if ((waits !== null && sent === 0) || !isMoment(turn.now)) return result
  const chosen = records.flatMap((record) => (record.type === 'settings' ? [record.change] : []))
  const settings: LearnerSettings = Object.assign({}, turn.settings, ...chosen)
  const about = { ...turn, state, settings }
  const first = turn.newest.reminders?.ladder[0]
  if (first === undefined || !isRemindable(about)) return result
  const { now } = turn
  const zone = zoneOf(about)
  const dueAt = outsideQuietHours(settings, delayAfter(now, first, zone), zone)
  return {
    ...result,
    state: { ...state, reminders: { since: state.lastActionAt ?? now, sent: 0, lastAt: now, dueAt } },
    records: [...records, reminderTimer(dueAt)],
  }
}
