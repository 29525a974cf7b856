import { describe, expect, it } from 'vitest'

import { newLearnerState } from '../../lesson/engine/newLearnerState.ts'
import { newStepState } from '../../lesson/engine/newStepState.ts'
import type { Condition } from '../../lesson/engine/rules/rule.ts'
import { buildRelease } from '../../lesson/testing/buildRelease.ts'
import { uuidOf } from '../../lesson/testing/uuidOf.ts'
import { judgeNotice, type NoticeFacts } from './judgeNotice.ts'

const now = '2026-03-02T12:00:00.000Z'
const [one, two, three] = [uuidOf(1), uuidOf(2), uuidOf(3)]
const release = buildRelease(
  7,
  [one, two, three].map((id) => ({ id, isRequired: false })),
)
const old = '00000000-0000-4000-8000-0000000000aa'

const reminder = (stepId: string | null = null): NoticeFacts['notice'] => ({
  kind: 'reminder',
  createdAt: '2026-03-02T11:00:00.000Z',
  effect: {
    type: 'reminder',
    releaseId: old,
    version: 1,
    rung: 0,
    isLast: false,
    streak: 0,
    stepId,
    name: null,
    texts: null,
  },
})
const unlocks = (...stepIds: string[]): NoticeFacts['notice'] => ({
  kind: 'unlocks',
  createdAt: '2026-03-02T11:00:00.000Z',
  effect: { type: 'unlocked', releaseId: old, version: 1, stepIds },
})
const state = { ...newLearnerState(), status: 'active' as const, version: 5 }
const judge = (facts: Partial<NoticeFacts> = {}, learner: Partial<NoticeFacts['learner']> = {}) =>
  judgeNotice({
    ...{ notice: reminder(), isTaught: true, bot: 'teaches', release, viewed: release, now },
    learner: {
      ...{ state, isUserActive: true, telegramId: 1, remindersEnabled: true, timeZone: 'Europe/Moscow' },
      ...{ quietFrom: 22 * 60, quietTo: 9 * 60, ...learner },
    },
    ...facts,
  })
const done = (step: string): Condition => ({ kind: 'completion', step, state: 'done' })
const acted = (lastActionAt: string) => ({ state: { ...state, lastActionAt } })

describe('judgeNotice', () => {
  it('should send what it is for now, as the newest release has it', () => {
    const effect = { releaseId: release.id, version: 5 }
    expect(judge({ notice: reminder(two) })).toMatchObject({ to: 'send', effect: { ...effect, stepId: two } })
    expect(judge({ notice: reminder(old) })).toMatchObject({
      to: 'send',
      effect: { ...effect, stepId: null },
    })
    const opened = { state: { ...state, steps: { [one]: newStepState(state, one, now) } } }
    expect(judge({ notice: unlocks(one, two, old, two, three) }, opened)).toMatchObject({
      to: 'send',
      effect: { ...effect, stepIds: [two, three] },
    })
    expect(judge({ notice: unlocks(one, old) }, opened)).toEqual({ to: 'cancelled', reason: 'opened' })
  })

  it('should not say that a step is open that is locked again, since the learner has begun anew', () => {
    const later = { op: 'any' as const, show: 'greyed' as const, conditions: [done(one)] }
    const ruled = buildRelease(8, [{ id: one }, { id: two, unlock: later }, { id: three }])
    const about = { release: ruled, viewed: ruled, notice: unlocks(two) }
    const unlocked = { state: { ...state, unlocked: { [two]: now } } }
    expect(judge(about, unlocked)).toMatchObject({ to: 'send', effect: { stepIds: [two] } })
    expect(judge(about)).toEqual({ to: 'cancelled', reason: 'opened' })
  })

  it('should say that a step is open that an edit alone would lock, for it is not', () => {
    const before = buildRelease(9, [{ id: two }])
    const notice = unlocks(two)
    const later = { op: 'any' as const, show: 'greyed' as const, conditions: [done(one)] }
    const edited = buildRelease(10, [{ id: one }, { id: two, unlock: later }])
    const seen = { state: { ...state, releaseId: before.id } }
    expect(judge({ release: edited, viewed: before, notice }, seen)).toMatchObject({ to: 'send' })
    expect(judge({ release: edited, viewed: edited, notice }, seen)).toMatchObject({ to: 'cancelled' })
  })

  it.each<[string, Partial<NoticeFacts>, Partial<NoticeFacts['learner']>]>([
    ['blocked', {}, { state: { ...state, isBlocked: true } }],
    ['erasing', {}, { state: { ...state, isErasing: true } }],
    ['inactive', {}, { isUserActive: false }],
    ['courseClosed', { isTaught: false }, {}],
    ['courseClosed', { release: null }, {}],
    ['botGone', { bot: 'gone' }, {}],
  ])('should send nobody anything who or whose course is %s', (reason, facts, learner) => {
    for (const notice of [reminder(), unlocks(two)])
      expect(judge({ ...facts, notice }, learner)).toEqual({ to: 'cancelled', reason })
  })

  it.each<[string, Partial<NoticeFacts['learner']>]>([
    ['remindersOff', { remindersEnabled: false }],
    ['completed', { state: { ...state, status: 'completed' } }],
    ['acted', acted('2026-03-02T11:00:00.001Z')],
  ])('should remind nobody who is %s, and tell them all the same what has opened', (reason, learner) => {
    expect(judge({}, learner)).toEqual({ to: 'cancelled', reason })
    expect(judge({ notice: unlocks(two) }, learner)).toMatchObject({ to: 'send' })
  })

  it('should remind whoever did nothing since it was written', () => {
    expect(judge({}, acted('2026-03-02T11:00:00.000Z'))).toMatchObject({ to: 'send' })
  })

  it('should disturb nobody at night, by the learner’s clock', () => {
    const night = { now: '2026-03-02T20:30:00.000Z' }
    expect(judge(night)).toEqual({ to: 'later', dueAt: '2026-03-03T06:00:00.000Z' })
    expect(judge(night, { timeZone: 'America/New_York' })).toMatchObject({ to: 'send' })
    expect(judge(night, { quietFrom: null, quietTo: null })).toMatchObject({ to: 'send' })
  })

  it('should ask a paused bot again a little later', () => {
    expect(judge({ bot: 'paused' })).toEqual({ to: 'later', dueAt: '2026-03-02T12:15:00.000Z' })
  })
})
