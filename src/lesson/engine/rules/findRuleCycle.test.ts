import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildRelease } from '../../testing/buildRelease.ts'
import { buildRule } from '../../testing/buildRule.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { findRuleCycle } from './findRuleCycle.ts'
import type { Condition, UnlockRule } from './rule.ts'

const [a, b, c] = [uuidOf(1), uuidOf(2), uuidOf(3)]
const done = (step: string): Condition => ({ kind: 'completion', step, state: 'done' })
const step = (id: string, unlock?: UnlockRule, isRequired = true) => {
  return { id, isRequired, ...(unlock === undefined ? {} : { unlock }) }
}
const sorted = (cycle: string[] | null) => cycle?.toSorted() ?? null

describe('findRuleCycle', () => {
  it('should find steps that wait for each other, and for themselves', () => {
    expect(findRuleCycle([step(a), step(b), step(c)])).toBeNull()
    expect(findRuleCycle([step(a), step(b, buildRule([done(b)]))])).toEqual([b])
    const two = [step(a, buildRule([done(c)])), step(b), step(c, buildRule([done(a)]))]
    expect(sorted(findRuleCycle(two))).toEqual([a, c])
    const three = [
      step(a, buildRule([done(b)])),
      step(b, buildRule([done(c)])),
      step(c, buildRule([done(a)])),
    ]
    expect(findRuleCycle(three, b)).toEqual([b, c, a])
  })

  it('should see the course’s order, and what “previous” means in it', () => {
    // The second step has no rule: it waits for the first, which waits for it.
    expect(sorted(findRuleCycle([step(a, buildRule([done(b)])), step(b)]))).toEqual([a, b])
    const previous: Condition = { kind: 'delay', after: 'previous', amount: 1, unit: 'days' }
    expect(sorted(findRuleCycle([step(a, buildRule([done(b)])), step(b, buildRule([previous]))]))).toEqual([
      a,
      b,
    ])
    expect(findRuleCycle([step(a, buildRule([done(b)]), false), step(b)])).toBeNull()
    expect(findRuleCycle([step(a, buildRule([done(b)], { show: 'hidden' })), step(b)])).toBeNull()
  })

  it('should let a circle be that has a way out', () => {
    const date: Condition = { kind: 'date', from: '2026-03-01T00:00:00.000Z' }
    const either = buildRule([done(b), date], { op: 'any' })
    expect(findRuleCycle([step(a, either), step(b, buildRule([done(a)]))])).toBeNull()
    const not = buildRule([done(b)], { negate: true })
    expect(findRuleCycle([step(a, not), step(b, buildRule([done(a)]))])).toBeNull()
  })

  it('should name only circles that the step is in', () => {
    const steps = [
      step(a, buildRule([done(b)])),
      step(b, buildRule([done(a)])),
      step(c, buildRule([done(a)])),
    ]
    expect(findRuleCycle(steps, c)).toBeNull()
    expect(sorted(findRuleCycle(steps, a))).toEqual([a, b])
  })

  it('should find one exactly where a learner would be stuck for ever', () => {
    const drawn = fc.record({
      isRequired: fc.boolean(),
      after: fc.option(fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 })),
      op: fc.constantFrom('all' as const, 'any' as const),
    })
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 5, maxLength: 5 }), (drafts) => {
        const steps = drafts.map(({ isRequired, after, op }, index) => {
          const rule =
            after === null
              ? undefined
              : buildRule(
                  after.map((one) => done(uuidOf(one))),
                  { op },
                )
          return step(uuidOf(index), rule, isRequired)
        })
        const learner = new Learner(buildRelease(1, steps))
        learner.start()
        learner.tap('begin')
        // Whatever opens is gone through, in any order.
        for (let round = 0; round < 6; round += 1)
          for (const { id } of steps) {
            learner.open(id)
            if (learner.state.view === 'step' && learner.state.stepId === id) learner.tap('next')
          }
        const isStuck = steps.some(({ id }) => !learner.state.steps[id]?.completedAt)
        expect(findRuleCycle(steps) !== null).toBe(isStuck)
      }),
      { numRuns: 500 },
    )
  })
})
