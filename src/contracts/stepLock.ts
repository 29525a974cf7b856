import { z } from 'zod'

/** A step as a rule names it to people. */
const spokenStepSchema = z.object({
  /** Its number in the course, from 1; null: it is not in the course any more. */
  index: z.int().positive().nullable(),
  /** null: nobody knows it any more. */
  title: z.string().nullable(),
})

/** The conditions of an unlock rule as they are told: with names in place of ids. */
const spokenConditionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('completion'),
    /** `previous`: whichever is before the step that has the rule. */
    step: z.union([spokenStepSchema, z.literal('previous')]),
    state: z.enum(['done', 'passed', 'failed']),
  }),
  /** One of both, ISO. */
  z.object({ kind: z.literal('date'), from: z.string().optional(), until: z.string().optional() }),
  z.object({
    kind: z.literal('delay'),
    after: z.union([z.enum(['enrolment', 'previous']), spokenStepSchema]),
    amount: z.int(),
    unit: z.enum(['minutes', 'hours', 'days']),
  }),
  z.object({
    kind: z.literal('grade'),
    step: spokenStepSchema,
    min: z.int().optional(),
    max: z.int().optional(),
  }),
  z.object({ kind: z.literal('tag'), name: z.string() }),
  z.object({ kind: z.literal('purchase'), of: z.enum(['step', 'course', 'subscription']) }),
])

const spokenRuleSchema = z.object({
  op: z.enum(['all', 'any']),
  negate: z.boolean().optional(),
  get conditions(): z.ZodArray<z.ZodType<SpokenCondition | SpokenRule>> {
    return z.array(z.union([spokenConditionSchema, spokenRuleSchema]))
  },
})

/** Why a step that has a rule is not open. */
export const stepLockSchema = z.object({
  /** When waiting alone opens it, ISO; null: the learner has to do something first. */
  opensAt: z.string().nullable(),
  /** What is not fulfilled yet. null: only `opensAt` has to come. */
  missing: spokenRuleSchema.nullable(),
  /** IANA name of the zone in which the learner reads times. */
  timeZone: z.string(),
})

export type SpokenStep = z.infer<typeof spokenStepSchema>
export type SpokenCondition = z.infer<typeof spokenConditionSchema>
export type SpokenRule = { op: 'all' | 'any'; negate?: boolean; conditions: (SpokenCondition | SpokenRule)[] }
export type StepLock = z.infer<typeof stepLockSchema>
