import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildRelease, type StepDraft } from '../../testing/buildRelease.ts'
import { TimedLearner } from '../../testing/timedLearner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { isStepOpen } from '../isStepOpen.ts'
import type { Release } from '../release.ts'
import { nextDrip } from './nextDrip.ts'
import { planDrip } from './planDrip.ts'
import type { CourseDrip, DripPace, StepDrip } from './schedule.ts'

const hourMs = 3_600_000
const start = Date.parse('2026-03-20T10:00:00.000Z')
const iso = (time: number) => new Date(time).toISOString()

/** Hours alone: they are the same in every zone, so that a release can be reckoned without calendars. */
const hourly = fc
  .integer({ min: 1, max: 60 })
  .map((amount): DripPace => ({ amount, unit: 'hours', weekdays: [], time: null }))
const anyPace: fc.Arbitrary<DripPace> = fc.record({
  amount: fc.integer({ min: 1, max: 3 }),
  unit: fc.constantFrom('hours' as const, 'days' as const),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  time: fc.option(fc.nat({ max: 1439 })),
})
const dripOf = (pace: fc.Arbitrary<DripPace>): fc.Arbitrary<CourseDrip | undefined> =>
  fc.option(
    fc
      .tuple(pace, fc.constantFrom('section' as const, 'step' as const), fc.boolean())
      .map(([one, per, isFirstAtOnce]): CourseDrip => ({ ...one, per, isFirstAtOnce })),
    { nil: undefined, freq: 4 },
  )
const ownOf = (pace: fc.Arbitrary<DripPace>): fc.Arbitrary<StepDrip | undefined> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant({ mode: 'none' as const }) },
    { weight: 1, arbitrary: pace.map((one) => ({ mode: 'chain' as const, ...one })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -100, max: 300 }).map((hours) => {
        return { mode: 'date' as const, at: iso(start + hours * hourMs) }
      }),
    },
  )
const stepsOf = (pace: fc.Arbitrary<DripPace>): fc.Arbitrary<StepDraft[]> =>
  fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 9 }),
        section: fc.constantFrom(null, 'One', 'Two'),
        isRequired: fc.boolean(),
        drip: ownOf(pace),
      }),
      { selector: ({ number }) => number, minLength: 1, maxLength: 8 },
    )
    .map((drawn) =>
      drawn.map(({ number, drip, ...step }) => ({
        ...{ id: uuidOf(number), ...step },
        ...(drip === undefined ? {} : { drip }),
      })),
    )
type Plan = { steps: StepDraft[]; drip: CourseDrip | undefined }
const planOf = (pace: fc.Arbitrary<DripPace>): fc.Arbitrary<Plan> =>
  fc.record({ steps: stepsOf(pace), drip: dripOf(pace) })
const releaseOf = (number: number, { steps, drip }: Plan): Release =>
  buildRelease(number, steps, drip === undefined ? {} : { drip })

/**
 * What is released when, reckoned from scratch: by step, milliseconds. Steps that are not there are free. Of hours alone.
 */
const reckon = ({ steps, drip }: Plan): Map<string, number> => {
  const times = new Map<string, number>()
  let before = start
  let isReleaseOfOwn = false
  let current: number | null = null
  let count = 0
  for (const [index, step] of steps.entries()) {
    const own = step.drip
    const isNewSection = index === 0 || steps[index - 1]?.section !== step.section
    const isByCourse = drip !== undefined && (drip.per === 'step' || isNewSection)
    if (own !== undefined || isByCourse) {
      isReleaseOfOwn = true
      const amount = own?.mode === 'chain' ? own.amount : (drip?.amount ?? 0)
      if (own?.mode === 'none') current = null
      else if (own?.mode === 'date') current = Math.max(start, Date.parse(own.at))
      else if (own === undefined && drip?.isFirstAtOnce && count === 0) current = start
      else current = before + amount * hourMs
      if (current !== null) before = current
      count += 1
    }
    if (isReleaseOfOwn && current !== null) times.set(step.id, current)
  }
  return times
}

type Act =
  | { kind: 'wait'; hours: number; late: number }
  | { kind: 'tap'; action: 'begin' | 'next' | 'back' | 'resume' }
  | { kind: 'open'; number: number }
  | { kind: 'look' }
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      hours: fc.nat({ max: 40 }),
      late: fc.nat({ max: 59_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      action: fc.constantFrom('begin', 'next', 'back', 'resume'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('open' as const), number: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
)
const perform = (learner: TimedLearner, one: Act): void => {
  if (one.kind === 'wait') learner.until(learner.now + one.hours * hourMs, one.late)
  else if (one.kind === 'tap') learner.tap(one.action)
  else if (one.kind === 'open') learner.open(uuidOf(one.number))
  else learner.command('contents')
}

const openTo = (learner: TimedLearner): string[] =>
  learner.newest().steps.flatMap(({ id }) => (isStepOpen(learner.newest(), learner.state, id) ? [id] : []))

describe('a schedule, whatever it is and whatever the learner does', () => {
  it('should release what another way of reckoning says, at its time, and tell of it within a minute', () => {
    fc.assert(
      fc.property(planOf(hourly), fc.array(act, { minLength: 1, maxLength: 30 }), (plan, acts) => {
        const learner = new TimedLearner(releaseOf(1, plan), iso(start))
        learner.start()
        const times = reckon(plan)
        for (const one of acts) {
          perform(learner, one)
          // What is due in this very minute may still be on its way.
          for (const [id, time] of times) {
            const isDue = time <= learner.now - 60_000
            if (isDue) expect(learner.state.drip?.[id]).toBe(iso(time))
            if (time > learner.now) expect(learner.state.drip?.[id]).toBeUndefined()
          }
        }
        for (const { type, stepId, at } of learner.facts)
          if (type === 'step_opened')
            expect(Date.parse(at)).toBeGreaterThanOrEqual(times.get(stepId ?? '') ?? 0)
        for (const { effect, dueAt } of learner.notices())
          for (const id of effect.type === 'unlocked' ? effect.stepIds : []) {
            expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(times.get(id) ?? Infinity)
          }
        const told = learner.told().flat()
        expect(new Set(told).size).toBe(told.length)
      }),
      { numRuns: 400 },
    )
  })

  it('should take nothing away, and have a timer for what comes next, however schedule, order and zone change', () => {
    const change = fc.record(
      { plan: planOf(anyPace), zone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/Santiago') },
      { requiredKeys: [] },
    )
    const story = fc.array(fc.tuple(act, fc.option(change, { freq: 5 })), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(planOf(anyPace), story, (plan, acts) => {
        const learner = new TimedLearner(releaseOf(1, plan), iso(start))
        learner.start()
        for (const [one, edit] of acts) {
          const before = { open: openTo(learner), drip: learner.state.drip ?? {} }
          if (edit?.plan) learner.publish(releaseOf(learner.newest().number + 1, edit.plan))
          if (edit?.zone) learner.settings = { ...learner.settings, timeZone: edit.zone }
          perform(learner, one)
          learner.command('help')
          expect(learner.state.drip ?? {}).toMatchObject(before.drip)
          const there = new Set(learner.newest().steps.map(({ id }) => id))
          expect(openTo(learner)).toEqual(
            expect.arrayContaining(edit?.plan ? [] : before.open.filter((id) => there.has(id))),
          )
          const zone = learner.settings.timeZone ?? 'UTC'
          const plan = [...planDrip(learner.newest(), learner.state, zone).values()]
          const earliest = plan.toSorted()[0]
          const next = nextDrip(learner.newest(), learner.state, zone)
          expect(next?.at).toBe(earliest)
          if (next === null) continue
          expect(Date.parse(next.at)).toBeGreaterThan(learner.now)
          expect(learner.timers()).toHaveProperty(`drip ${next.part.stepId}`, next.at)
        }
      }),
      { numRuns: 400 },
    )
  })
})
