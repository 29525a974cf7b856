import { beforeEach, describe, expect, it } from 'vitest'

import { buildAssignment } from '../../testing/buildAssignment.ts'
import { buildRelease, type StepDraft } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { NoticeRecord, TimerRecord } from '../advanceResult.ts'
import type { ReminderRung } from '../release.ts'

const [one, two, three] = [uuidOf(1), uuidOf(2), uuidOf(3)]
const days = (...amounts: number[]): ReminderRung[] => amounts.map((amount) => ({ amount, unit: 'days' }))
const stepId = '00000000-0000-0000-0000-000000000000'

let learner: Learner

const releaseOf = (
  ladder: ReminderRung[] | null,
  steps: StepDraft[] = [{ id: one }, { id: two }, { id: three }],
) => buildRelease(learner?.releases.length ?? 0, steps, ladder === null ? {} : { reminders: { ladder } })
const begin = (ladder: ReminderRung[] | null, steps?: StepDraft[]) => {
  learner = new Learner(releaseOf(ladder, steps))
  learner.settings = { ...learner.settings, timeZone: 'Europe/Moscow' }
  learner.start()
}
const timers = () => learner.records.filter((record): record is TimerRecord => record.type === 'timer')
const notices = () => learner.records.filter((record): record is NoticeRecord => record.type === 'notice')
const lastTimer = () => timers().at(-1)?.dueAt ?? ''
/** The time of the last timer comes. */
const fire = () => {
  learner.now = Math.max(learner.now, Date.parse(lastTimer()))
  learner.act({ type: 'timeUp', kind: 'reminder', stepId, attempt: 0 })
}

beforeEach(() => begin(days(1, 3)))

describe('reminders', () => {
  it('should have one timer from the first action on, which actions do not move', () => {
    expect(timers()).toEqual([
      { type: 'timer', kind: 'reminder', stepId, attempt: 0, dueAt: '2026-03-02T10:00:00.000Z' },
    ])
    learner.wait(3600)
    learner.tap('begin')
    learner.tap('next')
    expect(timers()).toHaveLength(1)
    fire()
    expect(notices()).toEqual([])
    expect(lastTimer()).toBe('2026-03-02T11:00:00.000Z')
  })

  it('should call after each delay, the last time with a word, and then wait for the learner', () => {
    learner.name = 'Ann'
    learner.tap('begin')
    fire()
    expect(notices()).toMatchObject([
      {
        kind: 'reminder',
        key: '2026-03-01T10:00:00.000Z:0',
        dueAt: '2026-03-02T10:00:00.000Z',
        effect: {
          type: 'reminder',
          rung: 0,
          isLast: false,
          stepId: one,
          streak: 0,
          name: 'Ann',
          texts: null,
        },
      },
    ])
    expect(lastTimer()).toBe('2026-03-05T10:00:00.000Z')
    fire()
    expect(notices().at(-1)).toMatchObject({
      key: '2026-03-01T10:00:00.000Z:1',
      effect: { rung: 1, isLast: true },
    })
    expect(learner.state.reminders).toMatchObject({ isPaused: true, dueAt: null, sent: 2 })
    expect(timers()).toHaveLength(2)

    learner.wait(7200)
    learner.tap('resume')
    expect(learner.state.reminders).not.toHaveProperty('isPaused')
    expect(lastTimer()).toBe('2026-03-06T12:00:00.000Z')
    fire()
    expect(notices().at(-1)).toMatchObject({ key: '2026-03-05T12:00:00.000Z:0', effect: { rung: 0 } })
  })

  it('should begin anew when the learner comes between two calls', () => {
    fire()
    learner.wait(3600)
    learner.say('Hello')
    expect(lastTimer()).toBe('2026-03-03T11:00:00.000Z')
    learner.say('Hello again')
    expect(timers()).toHaveLength(3)
    fire()
    expect(notices().map(({ key }) => key?.at(-1))).toEqual(['0', '0'])
  })

  it('should count days by the clock on the wall, and hours by hours', () => {
    begin([
      { amount: 1, unit: 'days' },
      { amount: 24, unit: 'hours' },
    ])
    learner.settings = { ...learner.settings, timeZone: 'Europe/Berlin' }
    learner.now = Date.parse('2026-03-28T11:00:00.000Z')
    learner.say('x')
    fire()
    // Clocks were put forward in the night.
    expect(lastTimer()).toBe('2026-03-29T10:00:00.000Z')
    fire()
    expect(lastTimer()).toBe('2026-03-30T10:00:00.000Z')
  })

  it('should wait for the end of quiet hours, also when it comes late', () => {
    begin([
      { amount: 12, unit: 'hours' },
      { amount: 1, unit: 'hours' },
    ])
    expect(lastTimer()).toBe('2026-03-02T06:00:00.000Z')
    learner.now = Date.parse('2026-03-05T20:00:00.000Z')
    fire()
    expect(notices()).toEqual([])
    expect(lastTimer()).toBe('2026-03-06T06:00:00.000Z')
    fire()
    expect(notices()).toHaveLength(1)
    expect(lastTimer()).toBe('2026-03-06T07:00:00.000Z')
  })

  it('should call once after a long outage, and count on from there', () => {
    learner.now = Date.parse('2026-04-01T10:00:00.000Z')
    fire()
    expect(notices()).toHaveLength(1)
    expect(lastTimer()).toBe('2026-04-04T10:00:00.000Z')
  })

  it.each<[string, () => void]>([
    ['has switched them off', () => (learner.settings = { ...learner.settings, remindersEnabled: false })],
    ['has blocked the bot', () => learner.act({ type: 'membership', isBlocked: true })],
    ['has finished', () => ['begin', 'next', 'next', 'finish'].forEach((action) => learner.tap(action === 'finish' ? 'next' : (action as 'next')))], // prettier-ignore
    ['learns in a course that reminds nobody', () => learner.publish(releaseOf(null))],
  ])('should call nobody who %s', (_, happen) => {
    happen()
    fire()
    expect(notices()).toEqual([])
    expect(timers()).toHaveLength(1)
    expect(learner.state.reminders?.dueAt).toBeNull()
  })

  it('should call again whoever is back: switched on, unblocked, begun anew, in a course that reminds now', () => {
    learner.settings = { ...learner.settings, remindersEnabled: false }
    fire()
    learner.act({ type: 'tap', tap: { action: 'set', choice: 'remindersOn', version: learner.state.version } as never }) // prettier-ignore
    expect(timers()).toHaveLength(2)
    learner.act({ type: 'membership', isBlocked: true })
    fire()
    learner.start()
    expect(timers()).toHaveLength(3)
    learner.publish(releaseOf(null))
    fire()
    learner.publish(releaseOf(days(2)))
    learner.say('x')
    expect(timers()).toHaveLength(4)
    begin(null)
    expect(timers()).toEqual([])
  })

  it('should not call whoever waits for a review, until it is there', () => {
    begin(days(1), [{ id: one, stepType: 'assignment', assignment: buildAssignment({ isBlockingWhilePending: true }) }, { id: two }]) // prettier-ignore
    learner.tap('begin')
    learner.say('My answer')
    learner.tap('send')
    expect(learner.state.steps[one]?.assignment?.status).toBe('pending')
    fire()
    expect(notices()).toEqual([])
    fire()
    expect(notices()).toEqual([])
    learner.act({ type: 'reviewed', stepId: one, attempt: 1, verdict: 'approved', score: null, comment: null, voice: null, isAutomatic: false }) // prettier-ignore
    fire()
    expect(notices()).toHaveLength(1)
  })

  it('should end when the ladder was made shorter meanwhile', () => {
    fire()
    learner.publish(releaseOf(days(1)))
    fire()
    expect(notices()).toHaveLength(1)
    expect(learner.state.reminders).toMatchObject({ isPaused: true, dueAt: null })
  })

  it('should say the creator’s words', () => {
    begin([{ amount: 1, unit: 'days', texts: { ru: 'Ждём вас, {name}!' } }])
    fire()
    expect(notices()[0]?.effect).toMatchObject({ texts: { ru: 'Ждём вас, {name}!' } })
  })
})
