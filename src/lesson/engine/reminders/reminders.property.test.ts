import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { nextAllowed } from '../../time/nextAllowed.ts'
import type { NoticeRecord, TimerRecord } from '../advanceResult.ts'

const stepId = '00000000-0000-0000-0000-000000000000'
const steps = Array.from({ length: 5 }, (_, index) => ({ id: uuidOf(index + 1) }))
const hourMs = 3_600_000

const rung = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 72 }), unit: fc.constant('hours' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: fc.constant('days' as const) }),
)
const minutes = fc.integer({ min: 0, max: 1439 })
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
)
const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), late: fc.integer({ min: 0, max: 100 }) }),
  },
  fc.record({
    kind: fc.constantFrom('next' as const, 'help' as const),
    after: fc.integer({ min: 0, max: 400 }),
  }),
  fc.record({
    kind: fc.constantFrom('block' as const, 'off' as const, 'on' as const),
    after: fc.constant(1),
  }),
)

/** The table of timers: one row, which goes when it has come unless it was written anew meanwhile. */
class Waiting {
  dueAt: number | null = null
  #read = 0
  readonly #learner: Learner
  constructor(learner: Learner) {
    this.#learner = learner
  }
  take(): void {
    for (const record of this.#learner.records.slice(this.#read))
      if (record.type === 'timer' && record.kind === 'reminder')
        this.dueAt = Date.parse((record as TimerRecord).dueAt)
    this.#read = this.#learner.records.length
  }
  fire(lateMs: number): void {
    if (this.dueAt === null) return
    this.#learner.now = Math.max(this.#learner.now, this.dueAt + lateMs)
    this.dueAt = null
    this.#learner.act({ type: 'timeUp', kind: 'reminder', stepId, attempt: 0 })
    this.take()
  }
}

describe('reminders, whatever learners do and however late timers come', () => {
  it('should be few, apart, outside quiet hours, to nobody who does not want them, and never forgotten', () => {
    fc.assert(
      fc.property(
        fc.array(rung, { minLength: 1, maxLength: 5 }),
        fc.record({ quietFrom: minutes, quietTo: minutes, timeZone: zone }),
        fc.array(act, { maxLength: 40 }),
        (ladder, settings, acts) => {
          const learner = new Learner(buildRelease(1, steps, { reminders: { ladder } }))
          learner.settings = { ...learner.settings, ...settings }
          const waiting = new Waiting(learner)
          const notices = () =>
            learner.records.filter((record): record is NoticeRecord => record.type === 'notice')
          let sent = 0
          let told = 0
          learner.start()
          learner.tap('begin')
          waiting.take()
          for (const one of acts) {
            if (one.kind === 'wait') waiting.fire(one.late * hourMs)
            else {
              learner.now += one.after * hourMs
              if (one.kind === 'block') learner.act({ type: 'membership', isBlocked: true })
              else if (one.kind === 'next') learner.tap('next')
              else if (one.kind === 'help') learner.command('help')
              else learner.settings = { ...learner.settings, remindersEnabled: one.kind === 'on' }
              waiting.take()
              if (one.kind === 'next' || one.kind === 'help') sent = 0
            }
            const { status, isBlocked, reminders, lastActionAt } = learner.state
            const isWanted = status === 'active' && !isBlocked && learner.settings.remindersEnabled
            // What the state says to wait for does wait.
            expect(reminders?.dueAt ?? null).toBe(
              waiting.dueAt === null ? null : new Date(waiting.dueAt).toISOString(),
            )
            if (isWanted && one.kind === 'next') expect(waiting.dueAt).not.toBeNull()
            if (notices().length === told) continue
            told += 1
            sent += 1
            const [notice] = notices().slice(-1)
            const at = new Date(learner.now).toISOString()
            expect(notices()).toHaveLength(told)
            expect(isWanted).toBe(true)
            expect(sent).toBeLessThanOrEqual(ladder.length)
            expect(notice?.dueAt).toBe(at)
            expect(
              nextAllowed(at, { from: settings.quietFrom, to: settings.quietTo }, settings.timeZone),
            ).toBe(at)
            expect(learner.now - Date.parse(lastActionAt ?? '')).toBeGreaterThanOrEqual(hourMs)
            expect(reminders?.isPaused === true).toBe(sent === ladder.length)
          }
          expect(new Set(notices().map(({ key }) => key)).size).toBe(told)
        },
      ),
      { numRuns: 300 },
    )
  })
})
