import type { NoticeKind, NoticeReason } from '../../contracts/notice.ts'
import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { openStepIds } from '../../lesson/engine/openStepIds.ts'
import { openSteps } from '../../lesson/engine/opening/openSteps.ts'
import { outsideQuietHours } from '../../lesson/engine/reminders/outsideQuietHours.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { firstZone } from '../../lesson/time/firstZone.ts'
import type { LearnerRow } from '../applyActions/types.ts'

/** A paused bot is asked so often whether it goes on. */
const pausedMinutes = 15

export type NoticeVerdict =
  | { to: 'send'; effect: LessonEffect }
  | { to: 'later'; dueAt: string }
  | { to: 'cancelled'; reason: NoticeReason }

/** `isTaught`: whether the course is published and not archived; `bot`: whether it may send. */
export type NoticeFacts = {
  notice: { kind: NoticeKind; createdAt: string; effect: LessonEffect }
  learner: Pick<
    LearnerRow,
    'state' | 'isUserActive' | 'telegramId' | 'remindersEnabled' | 'quietFrom' | 'quietTo' | 'timeZone'
  >
  isTaught: boolean
  bot: 'teaches' | 'paused' | 'gone'
  release: Release | null
  /** What the learner sees; null: the same, or nothing yet. */
  viewed: Release | null
  now: string
}

const cancelled = (reason: NoticeReason): NoticeVerdict => ({ to: 'cancelled', reason })

const personReason = ({ learner, notice }: NoticeFacts): NoticeReason | null => {
  const { state, isUserActive, telegramId } = learner
  if (state.isErasing) return 'erasing'
  if (state.isBlocked) return 'blocked'
  if (!isUserActive || telegramId === null) return 'inactive'
  if (notice.kind !== 'reminder') return null
  if (!learner.remindersEnabled) return 'remindersOff'
  if (state.status === 'completed') return 'completed'
  const acted = state.lastActionAt
  return acted !== null && Date.parse(acted) > Date.parse(notice.createdAt) ? 'acted' : null
}

/** What would open if the learner came now: whoever has begun anew meanwhile has steps locked again. */
const openTo = ({ learner, viewed, now }: NoticeFacts, newest: Release): ReadonlySet<string> => {
  const timeZone = firstZone(learner.timeZone, newest.timeZone)
  const turn = { viewed: viewed ?? newest, newest, now, timeZone, state: learner.state, facts: [] }
  return openStepIds(newest, openSteps(turn).state)
}

/** As the learner is to be told it now; null: nothing is left of it. */
const upToDate = (facts: NoticeFacts, release: Release): LessonEffect | null => {
  const { effect } = facts.notice
  const { steps, version } = facts.learner.state
  const has = new Set(release.steps.map(({ id }) => id))
  const about = { releaseId: release.id, version }
  if (effect.type === 'unlocked') {
    const open = openTo(facts, release)
    const stepIds = [...new Set(effect.stepIds)].filter((id) => open.has(id) && steps[id] === undefined)
    return stepIds.length === 0 ? null : { ...effect, ...about, stepIds }
  }
  if (effect.type === 'reminder') {
    const stepId = effect.stepId !== null && has.has(effect.stepId) ? effect.stepId : null
    return { ...effect, ...about, stepId }
  }
  return effect
}

/**
 * Whether a learner is still to be told something of our own accord, and whether now: never whoever cannot or does not
 * want to hear it, and nobody in their quiet hours.
 */
export const judgeNotice = (facts: NoticeFacts): NoticeVerdict => {
  const { learner, isTaught, bot, release, now } = facts
  const reason = personReason(facts)
  if (reason !== null) return cancelled(reason)
  if (!isTaught || release === null) return cancelled('courseClosed')
  if (bot === 'gone') return cancelled('botGone')
  const effect = upToDate(facts, release)
  if (effect === null) return cancelled('opened')
  if (bot === 'paused')
    return { to: 'later', dueAt: new Date(Date.parse(now) + pausedMinutes * 60_000).toISOString() }
  const allowed = outsideQuietHours(learner, now, firstZone(learner.timeZone, release.timeZone))
  return Date.parse(allowed) > Date.parse(now) ? { to: 'later', dueAt: allowed } : { to: 'send', effect }
}
