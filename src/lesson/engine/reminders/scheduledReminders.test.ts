import { describe, expect, it } from 'vitest'

import { buildRelease } from '../../testing/buildRelease.ts'
import { TimedLearner } from '../../testing/timedLearner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { CourseDrip } from '../drip/schedule.ts'

const start = Date.parse('2026-03-02T10:00:00.000Z')
const hour = 3_600_000
const ids = [1, 2, 3, 4, 5].map(uuidOf)

const begin = (amount: number, isRequired = true): TimedLearner => {
  const drip: CourseDrip = {
    ...{ per: 'step', isFirstAtOnce: true, unit: 'hours', weekdays: [], time: null },
    amount,
  }
  const steps = ids.map((id) => ({ id, isRequired }))
  const reminders = { ladder: [{ amount: 30, unit: 'hours' as const }] }
  const learner = new TimedLearner(buildRelease(1, steps, { drip, reminders }), new Date(start).toISOString())
  learner.settings = { ...learner.settings, quietFrom: null, quietTo: null }
  learner.start()
  learner.tap('begin')
  return learner
}
const said = (learner: TimedLearner) =>
  learner.notices().map(({ kind, dueAt }) => [kind, (Date.parse(dueAt) - start) / hour])

describe('reminders in a course that has a schedule', () => {
  it('should call whoever leaves a step undone, though more is released behind it day by day', () => {
    const learner = begin(24)
    learner.until(start + 40 * hour)
    expect(learner.state.drip).toHaveProperty(ids[1] ?? '')
    expect(said(learner)).toEqual([['reminder', 30]])
  })

  it('should leave alone whoever waits for the schedule, and call some time after it has opened something', () => {
    const learner = begin(72)
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting' }])
    learner.until(start + 71 * hour)
    expect(said(learner)).toEqual([])
    learner.until(start + 140 * hour)
    expect(said(learner)).toEqual([
      ['unlocks', 72],
      ['reminder', 102],
    ])
  })

  it('should leave alone whoever waits in a course of which nothing has to be done', () => {
    const learner = begin(200, false)
    learner.tap('next')
    learner.until(start + 199 * hour)
    expect(said(learner)).toEqual([])
  })
})
