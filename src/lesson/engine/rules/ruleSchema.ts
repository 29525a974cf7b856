import { z } from 'zod'

import { momentSchema } from '../../time/momentSchema.ts'
import { completionStates, delayAnchors, delayUnits, previousStepId, purchases } from './rule.ts'
import type { Condition, RuleGroup, UnlockRule } from './rule.ts'

/** So deep may groups stand in groups, so many conditions in one, and so many in all. */
export const ruleLimits = { depth: 3, perGroup: 10, conditions: 30, delay: 3650 } as const

const percentage = z.int().min(0).max(100)

const conditionSchema: z.ZodType<Condition> = z
  .union([
    z.strictObject({
      kind: z.literal('completion'),
      step: z.union([z.uuid(), z.literal(previousStepId)]),
      state: z.enum(completionStates),
    }),
    z.strictObject({ kind: z.literal('date'), from: momentSchema }),
    z.strictObject({ kind: z.literal('date'), until: momentSchema }),
    z.strictObject({
      kind: z.literal('delay'),
      after: z.enum(delayAnchors),
      amount: z.int().min(1).max(ruleLimits.delay),
      unit: z.enum(delayUnits),
    }),
    z
      .strictObject({
        kind: z.literal('grade'),
        step: z.uuid(),
        min: percentage.optional(),
        max: percentage.optional(),
      })
      .refine(({ min, max }) => (min ?? max) !== undefined && (min ?? 0) <= (max ?? 100)),
    z.strictObject({ kind: z.literal('tag'), name: z.string().trim().min(1).max(64) }),
    z.strictObject({ kind: z.literal('purchase'), of: z.enum(purchases) }),
  ])
  .meta({ id: 'UnlockCondition' })

const groupShape = (depth: number) => ({
  op: z.enum(['all', 'any']),
  negate: z.boolean().optional(),
  conditions: z
    .array(depth > 1 ? z.union([conditionSchema, groupSchema(depth - 1)]) : conditionSchema)
    .min(1)
    .max(ruleLimits.perGroup),
})

const groupSchema = (depth: number): z.ZodType<RuleGroup> =>
  z.strictObject({ ...groupShape(depth), show: z.enum(['hidden', 'greyed']).optional() }).overwrite(
    // Only the whole rule says what is seen of the step.
    ({ show: _show, ...group }) => group,
  )

const countConditions = ({ conditions }: RuleGroup): number =>
  conditions.reduce((sum, part) => sum + ('op' in part ? countConditions(part) : 1), 0)

/** A step's unlock rule as it is stored. */
export const ruleSchema: z.ZodType<UnlockRule> = z
  .strictObject({ ...groupShape(ruleLimits.depth), show: z.enum(['hidden', 'greyed']) })
  .refine((rule) => countConditions(rule as RuleGroup) <= ruleLimits.conditions)
