import type { RunnerAction } from '../../contracts/runnerActions.ts'
import { advance } from '../../lesson/engine/advance.ts'
import type { Release } from '../../lesson/engine/release.ts'
import { aboutLearner } from './aboutLearner.ts'
import { localeOf } from './localeOf.ts'
import { rememberUpdate } from './rememberUpdate.ts'
import type { Answer, LearnerChange } from './types.ts'
import { unsentEffects } from './unsentEffects.ts'

/** The engine's answer to one action, taken over into `change`. A redelivery changes nothing. */
export const applyAction = (
  change: LearnerChange,
  action: RunnerAction,
  releases: { viewed: Release | null; newest: Release | null },
  now: string,
): Answer => {
  const { row } = change
  const language = releases.newest?.language ?? row.courseLanguage
  const { languageCode } = action.learner
  const locale = localeOf({ locale: row.locale, languageCode }, language)
  const known = change.updates.find(({ id }) => id === action.updateId)
  if (known) return { status: 'duplicate', locale, effects: unsentEffects(known.effects ?? [], change.state) }
  if (!row.isUserActive)
    return { status: 'rejected', locale, effects: [{ type: 'notice', key: 'accountInactive' }] }
  if (releases.newest === null && action.event.type !== 'membership') return unavailable(action, locale)

  const newest = releases.newest ?? releases.viewed
  if (newest === null) return { status: 'done', locale, effects: [] }
  const { state, effects, facts, records, isPostponed } = advance(
    { viewed: releases.viewed, newest },
    change.state,
    action.event,
    now,
    aboutLearner(row, action.learner.firstName),
  )
  change.state = state
  // Not taken yet: Telegram brings the update again, and it is not to look like one that was.
  if (isPostponed) return { status: 'failed', locale, effects: [] }
  change.action = action
  change.facts.push(...facts.map((fact) => ({ ...fact, updateId: action.updateId })))
  change.records.push(...records)
  change.updates = rememberUpdate(change.updates, { id: action.updateId, effects })
  // Whoever chooses a language is answered in it.
  const chosen = records.find((record) => record.type === 'settings')?.change.locale
  const spoken = chosen === undefined ? locale : localeOf({ locale: chosen, languageCode }, language)
  return { status: 'done', locale: spoken, effects }
}

/** The course is not published, archived or paused: said, and nothing kept. */
export const unavailable = (action: RunnerAction, locale: Answer['locale']): Answer => ({
  status: 'rejected',
  locale,
  effects: [
    action.event.type === 'tap' || action.event.type === 'unreadableTap'
      ? { type: 'toast', key: 'notAvailable' }
      : { type: 'notice', key: 'notAvailable' },
  ],
})

/** The button belongs to a test that is over, or to what was learned before one: it does nothing here. */
export const outdated = (locale: Answer['locale']): Answer => ({
  status: 'rejected',
  locale,
  effects: [{ type: 'toast', key: 'buttonOutdated' }],
})
