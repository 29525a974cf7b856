import { z } from 'zod'

import { localeSchema } from '../locale.ts'
import { regions } from '../timeZones.ts'
import { courseProgressSchema, listedStep, stepButtons, version } from './effectParts.ts'

/** What shows the way through a course, and what learners set: no views, so a newer one replaces none. */
export const wayEffects = [
  z.object({
    type: z.literal('contents'),
    releaseId: z.uuid(),
    version,
    progress: courseProgressSchema,
    steps: z.array(listedStep),
    /** Of a long course: which part of it this is, from 0, of how many. */
    page: z.object({ number: z.int().nonnegative(), count: z.int().min(2) }).optional(),
    /** Answers a tap on the very message that shows the contents. */
    isInPlace: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('bookmarks'), releaseId: z.uuid(), version, steps: z.array(listedStep) }),
  z.object({
    type: z.literal('settings'),
    version,
    page: z.enum(['main', 'language', 'timeZone', 'region', 'typing', 'candidates', 'quietHours']),
    settings: z.object({
      locale: localeSchema.nullable(),
      timeZone: z.string().max(64).nullable(),
      remindersEnabled: z.boolean(),
      quietFrom: z.int().nullable(),
      quietTo: z.int().nullable(),
    }),
    /** ISO: a zone is known by the time in it. */
    now: z.string(),
    region: z.enum(regions).optional(),
    candidates: z.array(z.string().max(64)).optional(),
    /** `zone`: it was just chosen; `zoneUnknown`: nothing is called as was typed. */
    note: z.enum(['zone', 'zoneUnknown']).optional(),
    isInPlace: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('rating'),
    version,
    stage: z.enum(['ask', 'comment', 'thanks']),
    /** What the learner has given. */
    stars: z.int().min(1).max(5).nullable(),
    isInPlace: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('erasure'),
    version,
    stage: z.enum(['ask', 'confirm', 'kept', 'begun']),
    isInPlace: z.literal(true).optional(),
  }),
  /** Asks whether the course is really to begin anew. */
  z.object({ type: z.literal('restart'), releaseId: z.uuid(), version, isCompleted: z.boolean() }),
  /** The present view's buttons as they are now: they take the place of those that were tapped. */
  z.object({ type: z.literal('stepButtons'), ...stepButtons }),
  z.object({
    type: z.literal('progress'),
    releaseId: z.uuid(),
    version,
    progress: courseProgressSchema,
    currentStepId: z.uuid().nullable(),
    isCompleted: z.boolean(),
    /** Days in a row on which the learner has completed a step; left out when there are none. */
    streak: z.int().positive().optional(),
    /** By section, in the course's order; left out when there are none. */
    sections: z
      .array(
        z.object({
          /** Null: steps that stand in no section. */
          section: z.string().nullable(),
          done: z.int().nonnegative(),
          total: z.int().nonnegative(),
        }),
      )
      .optional(),
  }),
] as const
