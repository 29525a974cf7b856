import { noSettings, type LearnerSettings } from '../../contracts/learnerSettings.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import type { LessonEvent } from '../../contracts/lessonEvent.ts'
import { commanded } from './commanded.ts'
import { pollAnswered } from './quiz/pollAnswered.ts'
import { happened } from './happened.ts'
import { openSteps } from './opening/openSteps.ts'
import { setTimers } from './opening/setTimers.ts'
import { unlocksNotice } from './opening/unlocksNotice.ts'
import { keepReminders } from './reminders/keepReminders.ts'
import { said } from './said.ts'
import { spendTime } from './spendTime.ts'
import { start } from './start.ts'
import { countStreak } from './streak/countStreak.ts'
import type { SystemEvent } from './systemEvent.ts'
import { tapped } from './tapped.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult, Fact } from './advanceResult.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'
import { withoutAsked } from './withoutAsked.ts'
import { zoneOf } from './zoneOf.ts'

const markBlocked = (state: LearnerState, isBlocked: boolean): { state: LearnerState; facts: Fact[] } => {
  if (state.isBlocked === isBlocked) return { state, facts: [] }
  const type = isBlocked ? 'bot_blocked' : 'bot_unblocked'
  return {
    state: { ...state, isBlocked },
    facts: [{ type, stepId: state.stepId, releaseId: state.releaseId, data: {} }],
  }
}

const judge = (turn: Turn, event: Exclude<LessonEvent, { type: 'membership' }>): AdvanceResult => {
  switch (event.type) {
    case 'start':
      return start(turn, event.payload)
    case 'tap':
      return tapped(turn, event.tap)
    case 'command':
      return commanded(turn, event.command)
    case 'message':
      return said(turn, event)
    case 'pollAnswer':
      return pollAnswered(turn, event)
    case 'unreadableTap':
      return answer(turn, { type: 'toast', key: 'buttonOutdated' })
  }
}

const saysErasing = ({ type }: LessonEvent | SystemEvent): LessonEffect[] => {
  if (type === 'tap' || type === 'unreadableTap') return [{ type: 'toast', key: 'erasing' }]
  return ['start', 'command', 'message'].includes(type) ? [{ type: 'notice', key: 'erasing' }] : []
}

/**
 * What an action of a learner, or something that happens to them, leads to. Total and pure: no clock, network or randomness, and it never
 * throws; the arguments are left as they are.
 *
 * @param releases `viewed`: the one of `state.releaseId`, null when there is none or it is the newest
 * @param now ISO time of the action
 * @param about `rating` of the course; `learnerId`, which tells this learner from the others; their first `name`; what
 * they have chosen in their `settings`: without a time zone there the course’s is taken; whether the course `isClosed`
 * at present
 */
export const advance = (
  releases: { viewed: Release | null; newest: Release },
  state: LearnerState,
  event: LessonEvent | SystemEvent,
  now: string,
  about: {
    rating: number | null
    learnerId: string
    name?: string | null
    settings?: LearnerSettings
    isClosed?: boolean
  },
): AdvanceResult => {
  // Whoever asked to be forgotten is not met any more: what waits for them is their data.
  if (state.isErasing) return { state, effects: saysErasing(event), facts: [], records: [] }
  // Blocking is Telegram's message, not an act in the course: it shows nothing and spends no time.
  if (event.type === 'membership') return { ...markBlocked(state, event.isBlocked), effects: [], records: [] }
  const { newest } = releases
  const viewed = state.releaseId === newest.id ? newest : (releases.viewed ?? newest)
  const { rating, learnerId, name = null, settings = noSettings, isClosed = false } = about
  const timeZone = zoneOf({ settings, newest })
  const shared = { viewed, newest, records: [], now, rating, learnerId, name, settings, timeZone, isClosed }
  /** Notes what is open as the turn ends, and what is to come by itself. */
  const settled = (result: AdvanceResult): AdvanceResult => {
    const { facts, records } = result
    // What is planned from here on is so in the zone that the learner has just chosen.
    const chosen = records.flatMap((record) => (record.type === 'settings' ? [record.change] : []))
    const later = { ...shared, settings: Object.assign({}, settings, ...chosen) as LearnerSettings }
    const opened = openSteps({ ...later, timeZone: zoneOf(later), state: result.state, facts })
    const timers = setTimers(opened, event)
    return {
      ...result,
      state: timers.state,
      facts: [...opened.facts],
      records: [...records, ...timers.records, ...unlocksNotice(opened, state, event)],
    }
  }
  if (event.type === 'timeUp' || event.type === 'reviewed' || event.type === 'override')
    return settled(happened(openSteps({ ...shared, state, facts: [] }), event))
  const reachable = markBlocked(state, false)
  const acted = withoutAsked(spendTime(reachable.state, now), event)
  const turn = { ...shared, state: acted, facts: reachable.facts }
  // An answer to a poll may have to come again: then nothing of this turn is kept.
  const result = judge(event.type === 'pollAnswer' ? turn : openSteps(turn), event)
  return result.isPostponed ? result : keepReminders(shared, countStreak(shared, settled(result)))
}
