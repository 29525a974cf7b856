import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawnCondition, drawnRules } from '../../testing/drawnRules.ts'
import { ruleTruth } from '../../testing/ruleTruth.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { clockChanges, wallTime, whenShown } from '../../testing/wallClock.ts'
import { judgeRule } from './judgeRule.ts'
import { isGroup, type Condition, type RuleGroup } from './rule.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const iso = (time: number) => new Date(time).toISOString()
const [from, to] = [Date.parse('2025-06-01'), Date.parse('2027-06-01')]
const usual = Date.parse('2026-03-20T10:00:00.000Z')

/** Every zone, with all moments at which its clocks are changed in two years; where they never are, one like any other. */
const borders = Intl.supportedValuesOf('timeZone').map((zone) => {
  const found = clockChanges(zone, from, to)
  return { zone, isMoving: found.length > 0, times: found.length > 0 ? found : [usual] }
})

const step = fc.integer({ min: 1, max: 3 }).map(uuidOf)
/** Days are most of it: they alone are different from zone to zone. */
const days = fc.record({
  kind: fc.constant('delay' as const),
  after: fc.constantFrom('enrolment' as const, 'previous' as const),
  amount: fc.integer({ min: 1, max: 5 }),
  unit: fc.constant('days' as const),
})
const minutes = fc.integer({ min: -5 * 1440, max: 5 * 1440 })

type Began = { enrolledAt: number; previousAt: number | null }
type Part = Condition | RuleGroup

/** The same rule with the days of it counted by the clock on the wall, which is asked of Intl alone. */
const counted = (part: Part, began: Began, zone: string): Part => {
  if (isGroup(part)) return { ...part, conditions: part.conditions.map((one) => counted(one, began, zone)) }
  if (part.kind !== 'delay' || part.unit !== 'days') return part
  const start = part.after === 'enrolment' ? began.enrolledAt : began.previousAt
  if (start === null) return part
  return { kind: 'date', from: iso(whenShown(wallTime(start, zone) + part.amount * dayMs, zone)) }
}

describe('a rule, in every zone of the IANA database and where its clocks are changed', () => {
  it('should know zones and changes of clocks to try', () => {
    expect(borders.length).toBeGreaterThan(400)
    expect(borders.filter(({ isMoving }) => isMoving).length).toBeGreaterThan(80)
  })

  it('should mean what the clock on the wall makes of it, and open at the time that it tells', () => {
    for (const [seed, { zone, times }] of borders.entries()) {
      const world = fc.constantFrom(...times).chain((border) =>
        fc.record({
          rule: drawnRules(fc.oneof(days, drawnCondition(step, border, fc.integer({ min: -72, max: 72 })))),
          enrolled: minutes.map((count) => border + count * 60_000),
          previous: fc.option(minutes.map((count) => border + count * 60_000)),
          now: minutes.map((count) => border + count * 60_000),
          wait: days,
        }),
      )
      fc.assert(
        fc.property(world, ({ rule, enrolled, previous, now, wait }) => {
          const began = { enrolledAt: enrolled, previousAt: previous }
          const previousId = uuidOf(1)
          const facts = {
            ...{ enrolledAt: iso(enrolled), previousId, timeZone: zone },
            completedAt: (id: string) => (id === previousId && previous !== null ? iso(previous) : null),
            ...{ hasFailed: () => false, scoreOf: () => null },
          }
          const meant = counted(rule, began, zone) as RuleGroup
          const doneAt = new Map(previous === null ? [] : [[previousId, previous]])
          const truth = (at: number) =>
            ruleTruth(meant, {
              ...{ now: at, enrolledAt: enrolled, previousId, doneAt },
              ...{ failed: new Set<string>(), scores: new Map<string, number>() },
            })
          const alone: RuleGroup = { op: 'all', conditions: [wait] }
          const [counting] = (counted(alone, began, zone) as RuleGroup).conditions
          if (counting !== undefined && 'from' in counting && counting.from !== undefined) {
            const last = iso(Date.parse(counting.from) - 1)
            expect([zone, judgeRule(alone, facts, last)]).toMatchObject([zone, { opensAt: counting.from }])
            expect([zone, judgeRule(alone, facts, counting.from)]).toEqual([zone, { isOpen: true }])
          }
          const verdict = judgeRule(rule, facts, iso(now))
          expect([zone, verdict.isOpen]).toEqual([zone, truth(now)])
          if (verdict.isOpen || verdict.opensAt === null) return
          const opensAt = Date.parse(verdict.opensAt)
          expect([zone, truth(opensAt), truth(opensAt - 1)]).toEqual([zone, true, false])
        }),
        { numRuns: 12, seed },
      )
    }
  })
})
