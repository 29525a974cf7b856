import fc from 'fast-check'

import { previousStepId, type Condition, type RuleGroup } from '../engine/rules/rule.ts'

/** Conditions about these steps, with dates that lie so many hours before or after `start` (ms since the epoch). */
export const drawnCondition = (
  step: fc.Arbitrary<string>,
  start: number,
  hours: fc.Arbitrary<number>,
): fc.Arbitrary<Condition> => {
  const moment = hours.map((count) => new Date(start + count * 3_600_000).toISOString())
  return fc.oneof(
    fc.record({
      kind: fc.constant('completion' as const),
      step: fc.oneof(step, fc.constant(previousStepId)),
      state: fc.constantFrom('done', 'passed', 'failed'),
    }),
    fc.record({ kind: fc.constant('date' as const), from: moment }),
    fc.record({ kind: fc.constant('date' as const), until: moment }),
    fc.record({
      kind: fc.constant('delay' as const),
      after: fc.constantFrom('enrolment', 'previous'),
      amount: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom('minutes', 'hours', 'days'),
    }),
    fc
      .record({ step, min: fc.nat({ max: 100 }), max: fc.nat({ max: 100 }) })
      .map(({ min, max, ...rest }): Condition => {
        return { kind: 'grade', ...rest, min: Math.min(min, max), max: Math.max(min, max) }
      }),
  )
}

const groupOf = (parts: fc.Arbitrary<Condition | RuleGroup>): fc.Arbitrary<RuleGroup> =>
  fc.record(
    {
      op: fc.constantFrom('all' as const, 'any' as const),
      negate: fc.boolean(),
      conditions: fc.array(parts, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['op', 'conditions'] },
  )

/** Trees of such conditions, as deep as rules may be. */
export const drawnRules = (condition: fc.Arbitrary<Condition>): fc.Arbitrary<RuleGroup> =>
  groupOf(fc.oneof(condition, groupOf(fc.oneof(condition, groupOf(condition)))))
