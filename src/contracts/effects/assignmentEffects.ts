import { z } from 'zod'

import { fileKinds } from '../lessonEvent.ts'
import { mediaFileSchema } from '../mediaFile.ts'
import { draftRefusals } from '../submission.ts'
import { version } from './effectParts.ts'

/** What is said of what learners hand in. */
export const assignmentEffects = [
  /** What is collected for an assignment and not yet handed in. */
  z.object({
    type: z.literal('draft'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** Rises with each change: only the newest is worth showing. */
    revision: z.int().nonnegative(),
    collected: z.array(z.object({ kind: z.enum(['text', ...fileKinds]), count: z.int().positive() })),
    /** Why messages were not taken, and how many. */
    refusals: z.array(z.object({ reason: z.enum(draftRefusals), count: z.int().positive() })),
    /** The message that shows it and is to be edited; null: there is none yet. */
    messageId: z.int().nonnegative().nullable(),
    /** Answers a tap on the very message that shows it. */
    isInPlace: z.boolean(),
  }),
  /** What a reviewer, or the step's own setting, decided about an attempt. */
  z.object({
    type: z.literal('reviewed'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    attempt: z.int().positive(),
    verdict: z.enum(['approved', 'rejected']),
    score: z.number().nullable(),
    /** null: it is passed or not, without points. */
    maxScore: z.number().nullable(),
    comment: z.string().nullable(),
    voice: mediaFileSchema.nullable(),
    canRetry: z.boolean(),
    attemptsLeft: z.int().nonnegative().nullable(),
    /** Nothing more can be handed in, and the course goes no further without it. */
    isHeld: z.boolean().default(false),
    /** null: the learner may not go on, or is elsewhere and not at the end. */
    next: z.enum(['next', 'finish']).nullable(),
  }),
] as const
