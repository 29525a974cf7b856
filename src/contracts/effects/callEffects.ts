import { z } from 'zod'

import { localeSchema } from '../locale.ts'
import { version } from './effectParts.ts'

/** What is said of our own accord, or beside what was asked for. */
export const callEffects = [
  /** Steps that have opened without the learner's doing. */
  z.object({
    type: z.literal('unlocked'),
    releaseId: z.uuid(),
    version,
    stepIds: z.array(z.uuid()).min(1),
  }),
  /** Calls somebody back who has not been there for a while. */
  z.object({
    type: z.literal('reminder'),
    releaseId: z.uuid(),
    version,
    /** The first one after the learner's last action is 0. */
    rung: z.int().min(0).max(4),
    /** There comes no other one before the learner does something. */
    isLast: z.boolean(),
    /** Days in a row on which the learner has completed a step; 0: none. */
    streak: z.int().nonnegative(),
    /** Where the learner stands. */
    stepId: z.uuid().nullable(),
    /** The learner's first name. */
    name: z.string().nullable(),
    /** The creator's own words, by the learner's language. */
    texts: z.partialRecord(localeSchema, z.string()).nullable(),
  }),
  /** So many days in a row the learner has completed a step. */
  z.object({ type: z.literal('streak'), days: z.int().positive() }),
] as const
