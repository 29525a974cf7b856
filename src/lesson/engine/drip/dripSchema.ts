import { z } from 'zod'

import { momentSchema } from '../../time/momentSchema.ts'
import { dripLimits, dripUnits, type DripPace } from './schedule.ts'

const paceShape = {
  amount: z.int().min(0).max(dripLimits.hours),
  unit: z.enum(dripUnits),
  weekdays: z
    .array(z.int().min(1).max(7))
    .max(7)
    .refine((days) => new Set(days).size === days.length)
    .describe('From 1, Monday; none: any'),
  time: z
    .int()
    .min(0)
    .max(dripLimits.lastMinute)
    .nullable()
    .describe('Minutes after midnight by the learner’s clock; null: the time that it is then'),
}

const isPossible = ({ amount, unit }: DripPace): boolean => amount <= dripLimits[unit]
/** Whether it comes later than what it comes after. */
const isLater = ({ amount, weekdays, time }: DripPace): boolean =>
  amount > 0 || weekdays.length > 0 || time !== null

/** A course's schedule as it is stored: what was chosen stays while it is off. */
export const courseDripSchema = z
  .strictObject({
    ...paceShape,
    isOn: z.boolean(),
    per: z.enum(['section', 'step']),
    isFirstAtOnce: z.boolean(),
  })
  .refine((drip) => isPossible(drip) && (!drip.isOn || isLater(drip)))

/** A step's own schedule as it is stored; null: it has none, and goes by the course's. */
export const stepDripSchema = z.union([
  z.strictObject({ mode: z.literal('none') }),
  z
    .strictObject({ ...paceShape, mode: z.literal('chain') })
    .refine((drip) => isPossible(drip) && isLater(drip)),
  z.strictObject({ mode: z.literal('date'), at: momentSchema }),
])
