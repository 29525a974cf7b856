import { describe, expect, it } from 'vitest'

import { buildRelease, type StepDraft } from '../../testing/buildRelease.ts'
import { buildRule } from '../../testing/buildRule.ts'
import { TimedLearner } from '../../testing/timedLearner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { recomputeProgress } from '../recomputeProgress.ts'
import type { Release } from '../release.ts'
import type { CourseDrip } from './schedule.ts'

const [a, b, c, d, e] = [uuidOf(1), uuidOf(2), uuidOf(3), uuidOf(4), uuidOf(5)]
const daily: CourseDrip = {
  ...{ per: 'section', isFirstAtOnce: true, amount: 1, unit: 'days', weekdays: [], time: null },
}
const sections: StepDraft[] = [
  { id: a, section: 'One' },
  { id: b, section: 'One' },
  { id: c, section: 'Two' },
  { id: d, section: 'Two' },
  { id: e, section: 'Three' },
]
const optional = (steps: StepDraft[]): StepDraft[] => steps.map((step) => ({ ...step, isRequired: false }))
const begin = (steps: StepDraft[], parts: Partial<Release>, at = '2026-03-02T10:00:00.000Z') => {
  const learner = new TimedLearner(buildRelease(1, steps, parts), at)
  learner.start()
  return learner
}
const contents = (learner: TimedLearner) => {
  const [effect] = learner.command('contents')
  return effect?.type === 'contents' ? effect.steps : []
}

describe('a course by a schedule', () => {
  it('should open a section after the other, say when, and tell once that it has', () => {
    const learner = begin(sections, { drip: daily, timeZone: 'Europe/Moscow' })
    expect(learner.state.drip).toEqual({ [a]: '2026-03-02T10:00:00.000Z', [b]: '2026-03-02T10:00:00.000Z' })
    expect(learner.timers()).toEqual({ [`drip ${c}`]: '2026-03-03T10:00:00.000Z' })
    learner.tap('begin')
    learner.tap('next')
    expect(contents(learner).map(({ mark, lock }) => [mark, lock?.opensAt])).toEqual([
      ...[
        ['done', undefined],
        ['current', undefined],
      ],
      ['locked', '2026-03-03T10:00:00.000Z'],
      ['locked', '2026-03-03T10:00:00.000Z'],
      ['locked', '2026-03-04T10:00:00.000Z'],
    ])
    const lock = { opensAt: '2026-03-03T10:00:00.000Z', missing: null, timeZone: 'Europe/Moscow' }
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting', stepId: c, lock }])
    expect(learner.open(c)).toMatchObject([{ type: 'toast', key: 'stepLocked', lock }])
    expect(learner.state.status).toBe('active')

    learner.until('2026-03-03T12:00:00.000Z')
    expect(learner.told()).toEqual([[c]])
    expect(learner.open(c)).toMatchObject([{ type: 'step', stepId: c }])
    expect(learner.timers()).toEqual({ [`drip ${e}`]: '2026-03-04T10:00:00.000Z' })
    // In the middle of a section nobody hears of the next one: there is something to do.
    learner.until('2026-03-05T12:00:00.000Z')
    expect(learner.told()).toEqual([[c]])
    expect(learner.timers()).toEqual({})
    for (let taps = 0; taps < 3; taps += 1) learner.tap('next')
    expect(learner.state.status).toBe('completed')
    const facts = recomputeProgress(learner.facts)
    expect(facts.released).toEqual({
      ...{ [a]: '2026-03-02T10:00:00.000Z', [c]: '2026-03-03T10:00:00.000Z' },
      [e]: '2026-03-04T10:00:00.000Z',
    })
    expect(facts.unlocked).toEqual({})
  })

  it('should count from when something was to be released, however late that is', () => {
    const learner = begin(optional(sections), { drip: { ...daily, per: 'step' } })
    learner.until('2026-03-04T18:00:00.000Z', 3 * 3_600_000)
    expect(learner.state.drip).toEqual({
      ...{ [a]: '2026-03-02T10:00:00.000Z', [b]: '2026-03-03T10:00:00.000Z' },
      [c]: '2026-03-04T10:00:00.000Z',
    })
    // Nobody was there for days: all that is due is told of at once.
    learner.now = Date.parse('2026-03-20T12:00:00.000Z')
    learner.act({ type: 'timeUp', kind: 'drip', stepId: d, attempt: 0 })
    expect(learner.told().at(-1)).toEqual([d, e])
  })

  it('should open by weekdays at a time by the learner’s clock, over a change of clocks', () => {
    const drip: CourseDrip = { ...daily, per: 'step', weekdays: [1, 4], time: 540 }
    const learner = begin(optional(sections), { drip, timeZone: 'Europe/Berlin' }, '2026-03-25T10:00:00.000Z')
    learner.until('2026-04-20T00:00:00.000Z')
    expect(Object.values(learner.state.drip ?? {})).toEqual([
      ...['2026-03-25T10:00:00.000Z', '2026-03-26T08:00:00.000Z', '2026-03-30T07:00:00.000Z'],
      ...['2026-04-02T07:00:00.000Z', '2026-04-06T07:00:00.000Z'],
    ])
  })

  it('should go by the zone that the learner chooses, from then on', () => {
    const drip: CourseDrip = { ...daily, per: 'step', time: 540 }
    const learner = begin(optional(sections), { drip, timeZone: 'Europe/Moscow' })
    expect(learner.timers()).toEqual({ [`drip ${b}`]: '2026-03-03T06:00:00.000Z' })
    learner.settings = { ...learner.settings, timeZone: 'America/New_York' }
    learner.command('help')
    expect(learner.timers()).toEqual({ [`drip ${b}`]: '2026-03-03T14:00:00.000Z' })
    learner.until('2026-03-03T13:59:59.000Z')
    expect(learner.told()).toEqual([])
    learner.until('2026-03-03T14:00:00.000Z')
    expect(learner.told()).toEqual([[b]])
  })

  it('should let dates be the same for all, and open at once for who comes after them', () => {
    const at = '2026-03-10T09:00:00.000Z'
    const dated: StepDraft[] = [{ id: a }, { id: b, drip: { mode: 'date', at } }, { id: c }]
    const early = begin(optional(dated), {})
    expect(early.timers()).toEqual({ [`drip ${b}`]: at })
    expect(contents(early).map(({ mark }) => mark)).toEqual(['open', 'locked', 'locked'])
    early.until(at)
    expect(early.told()).toEqual([[b, c]])
    const late = begin(dated, {}, '2026-03-12T09:00:00.000Z')
    expect(late.timers()).toEqual({})
    expect(late.state.drip).toEqual({ [b]: '2026-03-12T09:00:00.000Z', [c]: '2026-03-12T09:00:00.000Z' })
    expect(late.told()).toEqual([])
  })

  it('should let steps have a schedule of their own, or none', () => {
    const own: StepDraft[] = [
      { id: a, section: 'One' },
      { id: b, section: 'Two', drip: { mode: 'none' } },
      { id: c, section: 'Three', drip: { ...daily, mode: 'chain', unit: 'hours', amount: 5 } },
      { id: d, section: 'Four' },
    ]
    const learner = begin(optional(own), { drip: { ...daily, isFirstAtOnce: false } })
    expect(contents(learner).map(({ lock }) => lock?.opensAt)).toEqual([
      ...['2026-03-03T10:00:00.000Z', undefined, '2026-03-03T15:00:00.000Z', '2026-03-04T15:00:00.000Z'],
    ])
    expect(learner.open(b)).toMatchObject([{ type: 'step', stepId: b }])
  })

  it('should wait with a rule for both', () => {
    const unlock = buildRule([{ kind: 'completion', step: a, state: 'done' }])
    const steps: StepDraft[] = [{ id: a }, { id: b, unlock }]
    const learner = begin(steps, { drip: { ...daily, per: 'step' } })
    learner.tap('begin')
    expect(contents(learner)[1]?.lock).toMatchObject({
      opensAt: null,
      missing: { op: 'all', conditions: [{ kind: 'date', from: '2026-03-03T10:00:00.000Z' }, { op: 'all' }] },
    })
    learner.until('2026-03-03T10:00:00.000Z')
    expect(learner.state.unlocked).toBeUndefined()
    expect(learner.tap('next')).toMatchObject([{ type: 'step', stepId: b }])
    const other = begin(steps, { drip: { ...daily, per: 'step' } })
    other.tap('begin')
    expect(other.tap('next')).toMatchObject([{ type: 'waiting', stepId: b, lock: { missing: null } }])
    other.until('2026-03-03T10:00:00.000Z')
    expect(other.told()).toEqual([[b]])
  })

  it('should take nothing away by an edit, and tell of nothing that was open before', () => {
    const learner = begin(optional(sections), {})
    learner.until('2026-03-20T10:00:00.000Z')
    learner.publish(buildRelease(2, optional(sections), { drip: { ...daily, amount: 30 } }))
    expect(contents(learner).every(({ mark }) => mark !== 'locked')).toBe(true)
    expect(learner.told()).toEqual([])

    const waiting = begin(optional(sections), { drip: daily })
    waiting.until('2026-03-03T10:00:00.000Z')
    waiting.publish(buildRelease(2, optional(sections), { drip: { ...daily, amount: 30, per: 'step' } }))
    expect(contents(waiting).map(({ mark }) => mark)).toEqual([...['open', 'open', 'open', 'open', 'locked']])
    // A timer for a time that is not right any more changes nothing but itself.
    const { drip } = waiting.state
    waiting.until('2026-04-01T10:00:00.000Z')
    expect(waiting.state.drip).toEqual(drip)
    expect(waiting.timers()).toEqual({ [`drip ${e}`]: '2026-04-02T10:00:00.000Z' })
    waiting.publish(buildRelease(3, optional(sections)))
    expect(contents(waiting).map(({ mark }) => mark)).not.toContain('locked')
    expect(waiting.timers()).toEqual({ [`drip ${e}`]: '2026-04-02T10:00:00.000Z' })
    waiting.until('2026-04-02T10:00:00.000Z')
    expect(waiting.timers()).toEqual({})
    expect(waiting.told()).toEqual([[c, d]])
  })

  it('should not tell at night, nor whoever has blocked the bot', () => {
    const learner = begin(
      optional(sections),
      { drip: daily, timeZone: 'Europe/Moscow' },
      '2026-03-02T20:30:00.000Z',
    )
    learner.until('2026-03-03T20:30:00.000Z')
    expect(learner.notices()).toMatchObject([
      { kind: 'unlocks', key: null, dueAt: '2026-03-04T06:00:00.000Z' },
    ])
    learner.act({ type: 'membership', isBlocked: true })
    learner.until('2026-03-05T20:30:00.000Z')
    expect(learner.state.drip).toHaveProperty(e)
    expect(learner.notices()).toHaveLength(1)
  })

  it('should not lead to the end before all of it is there', () => {
    const learner = begin(optional(sections.slice(0, 3)), { drip: daily })
    learner.tap('begin')
    learner.tap('next')
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting', stepId: c }])
  })

  it('should stay open for who begins anew', () => {
    const learner = begin(sections, { drip: daily })
    learner.until('2026-03-10T10:00:00.000Z')
    const { drip } = learner.state
    learner.command('restart')
    learner.tap('restart')
    expect(learner.countFacts('restarted')).toBe(1)
    expect(learner.state.drip).toEqual(drip)
    expect(learner.timers()).toEqual({})
  })
})

describe('a rule that waiting fulfils', () => {
  const unlock = buildRule([{ kind: 'delay', after: 'enrolment', amount: 2, unit: 'days' }])

  it('should be told of when its time comes, and not when the learner was there', () => {
    const steps: StepDraft[] = [{ id: a }, { id: b, unlock: { ...unlock, show: 'hidden' } }]
    const learner = begin(steps, {})
    expect(learner.timers()).toEqual({ [`unlock ${b}`]: '2026-03-04T10:00:00.000Z' })
    learner.until('2026-03-04T10:00:00.000Z')
    expect(learner.told()).toEqual([[b]])
    expect(learner.state).toMatchObject({ unlocked: { [b]: '2026-03-04T10:00:00.000Z' } })
    expect(learner.state.opening).toBeUndefined()

    const present = begin(steps, {})
    present.tap('begin')
    present.now = Date.parse('2026-03-04T10:00:00.000Z')
    expect(present.tap('next')).toMatchObject([{ type: 'step', stepId: b }])
    present.until('2026-03-05T10:00:00.000Z')
    expect(present.told()).toEqual([])
  })

  it('should not be told of when the learner’s own doing fulfils it', () => {
    const either = buildRule(
      [
        { kind: 'delay', after: 'enrolment', amount: 2, unit: 'days' },
        { kind: 'completion', step: a, state: 'done' },
      ],
      { op: 'any' },
    )
    const learner = begin([{ id: a }, { id: b }, { id: c, unlock: either }], {})
    learner.tap('begin')
    learner.tap('next')
    expect(learner.state.unlocked).toHaveProperty(c)
    learner.until('2026-03-05T10:00:00.000Z')
    expect(learner.told()).toEqual([])
  })
})

describe('what a teacher sets for one learner', () => {
  const override = (stepId: string, opensAt: string | null) =>
    ({ type: 'override', stepId, opensAt, by: uuidOf(77) }) as const

  it('should open a step at once, whatever rules and schedule say, and tell of it', () => {
    const learner = begin(sections, { drip: daily })
    learner.act(override(e, '2026-03-02T10:00:00.000Z'))
    expect(learner.told()).toEqual([[e]])
    expect(learner.open(e)).toMatchObject([{ type: 'step', stepId: e }])
    expect(learner.facts.find(({ type }) => type === 'override')).toMatchObject({
      ...{ stepId: e, data: { opensAt: '2026-03-02T10:00:00.000Z', by: uuidOf(77) } },
    })
    expect(recomputeProgress(learner.facts).unlocked).toEqual(learner.state.unlocked)
    // The rest goes by the schedule, and what is open stays so.
    learner.act(override(e, null))
    expect(contents(learner)[4]?.mark).not.toBe('locked')
    expect(learner.timers()).toEqual({ [`drip ${c}`]: '2026-03-03T10:00:00.000Z' })
  })

  it('should open a step at another time than the schedule’s, or again at that', () => {
    const learner = begin(optional(sections), { drip: daily })
    learner.act(override(c, '2026-03-05T10:00:00.000Z'))
    expect(contents(learner)[2]?.lock).toMatchObject({ opensAt: '2026-03-05T10:00:00.000Z', missing: null })
    learner.until('2026-03-04T10:00:00.000Z')
    expect(learner.told()).toEqual([[d], [e]])
    expect(learner.open(c)).toMatchObject([{ type: 'toast', key: 'stepLocked' }])
    learner.until('2026-03-05T10:00:00.000Z')
    expect(learner.told()).toEqual([[d], [e], [c]])

    const back = begin(optional(sections), { drip: daily })
    back.act(override(c, '2026-03-05T10:00:00.000Z'))
    back.act(override(c, null))
    back.until('2026-03-03T10:00:00.000Z')
    expect(back.told()).toEqual([[c, d]])
  })

  it('should hold up what the course’s order would open', () => {
    const learner = begin([{ id: a }, { id: b }], {})
    learner.tap('begin')
    learner.act(override(b, '2026-03-05T10:00:00.000Z'))
    expect(learner.tap('next')).toMatchObject([{ type: 'waiting', stepId: b }])
  })

  it('should change nothing about steps that are open or gone', () => {
    const learner = begin(sections, { drip: daily })
    const { state } = learner
    learner.act(override(a, '2026-03-05T10:00:00.000Z'))
    learner.act(override(uuidOf(99), '2026-03-05T10:00:00.000Z'))
    expect(learner.state).toEqual(state)
  })
})
