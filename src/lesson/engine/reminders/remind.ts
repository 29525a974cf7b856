import { isMoment } from '../../time/isMoment.ts'
import { currentStreak } from '../streak/currentStreak.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, NoticeRecord } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import type { ReminderRung } from '../release.ts'
import { delayAfter } from './delayAfter.ts'
import { hasSomethingToDo } from './hasSomethingToDo.ts'
import { isRemindable } from './isRemindable.ts'
import { lastOpening } from './lastOpening.ts'
import { outsideQuietHours } from './outsideQuietHours.ts'
import { reminderTimer } from './reminderTimer.ts'

type Kept = NonNullable<LearnerState['reminders']>
type Count = Omit<Kept, 'dueAt' | 'isPaused'>

/** Whoever cannot go on now is looked at again. */
const again = { amount: 1, unit: 'days' } as const

const waitUntil = (turn: Turn, count: Count, dueAt: string): AdvanceResult =>
  answer({
    ...turn,
    state: { ...turn.state, reminders: { ...count, dueAt } },
    records: [...turn.records, reminderTimer(dueAt)],
  })

/** No timer waits any more; the learner's next action brings one. */
const end = (turn: Turn, count: Count, isPaused: boolean): AdvanceResult =>
  answer({
    ...turn,
    state: {
      ...turn.state,
      reminders: { ...count, dueAt: null, ...(isPaused && { isPaused: true as const }) },
    },
  })

const noticeOf = (
  turn: Turn,
  { since, sent }: Count,
  { texts }: ReminderRung,
  isLast: boolean,
): NoticeRecord => {
  const { newest, state, now, name } = turn
  const streak = currentStreak(turn)
  return {
    type: 'notice',
    kind: 'reminder',
    key: `${since}:${sent}`,
    effect: {
      type: 'reminder',
      releaseId: newest.id,
      version: state.version,
      rung: sent,
      isLast,
      streak: streak.isOpen ? streak.days : 0,
      stepId: newest.steps.some(({ id }) => id === state.stepId) ? state.stepId : null,
      name,
      texts: texts ?? null,
    },
    dueAt: now,
  }
}

/**
 * The time may have come to call a learner back: a while after the last thing that they did, then a while after each
 * call, never in their quiet hours, never when they could do nothing; after the last call nothing more until they come.
 */
export const remind = (turn: Turn): AdvanceResult => {
  const { newest, state, settings, now, timeZone } = turn
  if (!isMoment(now)) return answer(turn)
  const acted = state.lastActionAt ?? now
  const since = isMoment(acted) ? acted : now
  const known = state.reminders
  const count: Count =
    known?.since === since && isMoment(known.lastAt)
      ? { since, sent: known.sent, lastAt: known.lastAt }
      : { since, sent: 0, lastAt: since }
  const { ladder } = newest.reminders ?? { ladder: [] }
  if (!isRemindable(turn)) return end(turn, count, false)
  const rung = ladder[count.sent]
  if (rung === undefined) return end(turn, count, true)

  // Nobody could go on before that.
  const from = [count.lastAt, lastOpening(newest, state)].toSorted().at(-1) ?? count.lastAt
  const due = delayAfter(from, rung, timeZone)
  const moment = outsideQuietHours(settings, due > now ? due : now, timeZone)
  if (moment > now) return waitUntil(turn, count, moment)
  if (turn.isClosed || !hasSomethingToDo(newest, state))
    return waitUntil(turn, count, outsideQuietHours(settings, delayAfter(now, again, timeZone), timeZone))

  const next = ladder[count.sent + 1]
  const told = { ...turn, records: [...turn.records, noticeOf(turn, count, rung, next === undefined)] }
  const then = { since, sent: count.sent + 1, lastAt: now }
  return next === undefined
    ? end(told, then, true)
    : waitUntil(told, then, outsideQuietHours(settings, delayAfter(now, next, timeZone), timeZone))
}
