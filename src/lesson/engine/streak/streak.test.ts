import { beforeEach, describe, expect, it } from 'vitest'

import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'

const steps = Array.from({ length: 12 }, (_, index) => ({ id: uuidOf(index + 1) }))
let learner: Learner

const at = (iso: string) => {
  learner.now = Date.parse(iso)
  return learner.tap('next')
}
const told = (effects: ReturnType<Learner['act']>) => effects.filter(({ type }) => type === 'streak')

beforeEach(() => {
  learner = new Learner(buildRelease(1, steps, { reminders: { ladder: [{ amount: 1, unit: 'days' }] } }))
  learner.settings = { ...learner.settings, timeZone: 'Europe/Moscow' }
  learner.start()
  learner.tap('begin')
})

describe('days in a row', () => {
  it('should be told with the first step of a day, from the second day on', () => {
    expect(told(at('2026-03-01T10:00:00.000Z'))).toEqual([])
    const [first, second] = at('2026-03-02T10:00:00.000Z')
    expect([first, second?.type]).toEqual([{ type: 'streak', days: 2 }, 'step'])
    expect(told(at('2026-03-02T11:00:00.000Z'))).toEqual([])
    expect(told(at('2026-03-03T00:30:00.000Z'))).toEqual([{ type: 'streak', days: 3 }])
    expect(learner.state.streak).toEqual({ days: 3, day: '2026-03-03', best: 3 })
  })

  it('should be days of the learner’s calendar', () => {
    at('2026-03-01T20:59:00.000Z')
    expect(told(at('2026-03-01T21:00:00.000Z'))).toEqual([{ type: 'streak', days: 2 }])
    learner.settings = { ...learner.settings, timeZone: 'America/New_York' }
    expect(told(at('2026-03-02T04:00:00.000Z'))).toEqual([])
    expect(learner.state.streak).toMatchObject({ days: 2, day: '2026-03-02' })
  })

  it('should begin anew after a day without a step, say nothing of it, and keep the best', () => {
    for (const day of ['01', '02', '03']) at(`2026-03-${day}T10:00:00.000Z`)
    learner.now = Date.parse('2026-03-04T10:00:00.000Z')
    expect(learner.command('progress')).toMatchObject([{ type: 'progress', streak: 3 }])
    learner.now = Date.parse('2026-03-05T10:00:00.000Z')
    expect(learner.command('progress')[0]).not.toHaveProperty('streak')
    expect(told(at('2026-03-05T10:00:00.000Z'))).toEqual([])
    expect(learner.state.streak).toEqual({ days: 1, day: '2026-03-05', best: 3 })
  })

  it('should stand in a reminder as long as a step would go on with them', () => {
    at('2026-03-01T10:00:00.000Z')
    at('2026-03-02T10:00:00.000Z')
    learner.now = Date.parse('2026-03-03T10:00:00.000Z')
    const wait = () => learner.act({ type: 'timeUp', kind: 'reminder', stepId: uuidOf(0), attempt: 0 })
    wait()
    expect(learner.records.find(({ type }) => type === 'notice')).toMatchObject({
      effect: { type: 'reminder', streak: 2 },
    })
  })
})
