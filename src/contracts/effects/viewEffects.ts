import { z } from 'zod'

import { stepLockSchema } from '../stepLock.ts'
import {
  courseProgressSchema,
  percentage,
  position,
  questionRefSchema,
  stepButtons,
  version,
} from './effectParts.ts'

/** Views replace each other as "where the learner is"; only the newest is worth sending late. */
export const viewEffects = [
  z.object({
    type: z.literal('welcome'),
    releaseId: z.uuid(),
    version,
    /** 0–5, null while nobody has rated. */
    rating: z.number().min(0).max(5).nullable(),
    /** The learner's, where the course's own words name it. */
    name: z.string().max(256).optional(),
    /** What the big button does: start, go on, or look again at a finished course. */
    next: z.enum(['begin', 'resume', 'review']),
  }),
  z.object({
    type: z.literal('step'),
    ...stepButtons,
    progress: courseProgressSchema,
    isCompleted: z.boolean(),
  }),
  z.object({
    type: z.literal('question'),
    releaseId: z.uuid(),
    version,
    ...questionRefSchema.shape,
    /** From 0. */
    index: z.int().nonnegative(),
    total: z.int().positive(),
    /** Ids, in the order in which they are shown. */
    options: z.array(z.string()),
    /** Those that are ticked; items in their order so far; what belongs to each left one so far. */
    selected: z.array(position),
    /**
     * To be sent as Telegram's quiz poll, which has to be told what is right. null: as a message with
     * buttons; then nothing here or in the learner's release tells it.
     */
    poll: z
      .object({
        correct: z.array(position),
        explanation: z.string().nullable(),
        /** Seconds after which Telegram closes it; null: it stays open. */
        closesIn: z.int().positive().nullable(),
      })
      .nullable(),
    /** Of an attempt whose time is limited. */
    secondsLeft: z.int().nonnegative().nullable(),
    /** Answers a tap on the very message that shows the question. */
    isInPlace: z.boolean(),
  }),
  z.object({
    type: z.literal('quizResult'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** All is answered; the time was over, and what was answered counts, or does not. */
    ended: z.enum(['answered', 'timeUp', 'discarded']),
    right: z.int().nonnegative(),
    total: z.int().positive(),
    percent: percentage,
    /** null: there is nothing to pass. */
    isPassed: z.boolean().nullable(),
    best: percentage,
    grading: z.enum(['highest', 'average', 'first', 'last']),
    /** What the grading makes of all attempts; null: none counts yet. */
    score: percentage.nullable(),
    /** What the author says to such a result. */
    band: z.string().nullable(),
    attemptsLeft: z.int().nonnegative().nullable(),
    canReview: z.boolean(),
    progress: courseProgressSchema,
    hasBack: z.boolean(),
    /** null: the learner has to pass first. */
    next: z.enum(['next', 'finish']).nullable(),
  }),
  /** Nothing to go on with until that step opens. */
  z.object({
    type: z.literal('waiting'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** The step that the learner is on; null: none that is still there. */
    backTo: z.uuid().nullable(),
    progress: courseProgressSchema,
    lock: stepLockSchema.optional(),
  }),
  z.object({
    type: z.literal('completion'),
    releaseId: z.uuid(),
    version,
    progress: courseProgressSchema,
    name: z.string().max(256).optional(),
  }),
  z.object({
    type: z.literal('submitted'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    attempt: z.int().positive(),
    isLate: z.boolean(),
    /** At once, by the step's own setting. */
    isApproved: z.boolean(),
    hasBack: z.boolean(),
    /** null: the review has to be waited for. */
    next: z.enum(['next', 'finish']).nullable(),
  }),
] as const
