import { z } from 'zod'

import { stepLockSchema } from '../stepLock.ts'

/** Of the learner's view: buttons carry it. */
export const version = z.int().nonnegative()

/** Counts over required steps; `percent` is 0–100. */
export const courseProgressSchema = z.object({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  percent: z.int().min(0).max(100),
})

export const percentage = z.int().min(0).max(100)
/** The place of an option among those that are shown. */
export const position = z.int().min(0).max(99)

/** Which question of which attempt: by this the CMS knows what a poll of Telegram's was about. */
export const questionRefSchema = z.object({
  stepId: z.uuid(),
  attempt: z.int().positive(),
  questionId: z.string().max(64),
})

/** The buttons below a step. */
export const stepButtons = {
  releaseId: z.uuid(),
  version,
  stepId: z.uuid(),
  hasBack: z.boolean(),
  /** `finish` on the last step that stands between the learner and the end. */
  next: z.enum(['next', 'finish']),
  isBookmarked: z.literal(true).optional(),
  /** Of a quiz only. */
  quiz: z
    .object({
      /** null: no attempts are left. */
      next: z.enum(['begin', 'continue', 'again']).nullable(),
      best: percentage.nullable(),
      /** What the grading makes of all attempts. */
      score: percentage.nullable(),
      /** null: there may be any number. */
      attemptsLeft: z.int().nonnegative().nullable(),
      /** Of the attempt under way, when its time is limited. */
      secondsLeft: z.int().nonnegative().nullable(),
      /** Whether the answers of the last attempt can be looked through. */
      canReview: z.boolean(),
      /** Whether the learner may leave the step by "next". */
      canGoOn: z.boolean(),
    })
    .optional(),
  /** Of an assignment only. */
  assignment: z
    .object({
      stage: z.enum(['open', 'rejected', 'pending', 'approved', 'closed', 'noAttempts']),
      /** The last attempt; 0: none yet. */
      attempt: z.int().nonnegative(),
      /** null: as many as it takes. */
      attemptsLeft: z.int().nonnegative().nullable(),
      dueAt: z.iso.datetime().nullable(),
      cutOffAt: z.iso.datetime().nullable(),
      /** IANA name of the zone in which the learner reads these. */
      timeZone: z.string().default('UTC'),
      /** Of the last attempt, when it has been reviewed. */
      score: z.number().nullable(),
      maxScore: z.number().nullable(),
      comment: z.string().nullable(),
      canGoOn: z.boolean(),
    })
    .optional(),
}

export const listedStep = z.object({
  stepId: z.uuid(),
  /** waiting: what was handed in there is being reviewed. */
  mark: z.enum(['done', 'current', 'waiting', 'open', 'locked']),
  isBookmarked: z.literal(true).optional(),
  /** Of a step that its rule keeps locked. */
  lock: stepLockSchema.optional(),
})

export type CourseProgress = z.infer<typeof courseProgressSchema>
export type QuestionRef = z.infer<typeof questionRefSchema>
