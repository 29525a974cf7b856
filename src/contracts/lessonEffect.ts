import { z } from 'zod'

import { mediaFileSchema } from './mediaFile.ts'
import { draftRefusals, sentFileKinds } from './submission.ts'

const version = z.int().nonnegative()

/** Counts over required steps; `percent` is 0–100. */
export const courseProgressSchema = z.object({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  percent: z.int().min(0).max(100),
})

export const noticeKeys = [
  'notAvailable',
  'accountInactive',
  'notStarted',
  'textNotExpected',
  'unknownCommand',
  'answerTooLate',
  'answerLost',
  'quizChanged',
  'underReview',
  'assignmentClosed',
  'noAttemptsLeft',
] as const
export const toastKeys = [
  'buttonOutdated',
  'stepLocked',
  'stepGone',
  'notAvailable',
  'questionClosed',
  'nothingSelected',
  'quizFirst',
  'assignmentFirst',
  'reviewFirst',
  'draftEmpty',
  'bookmarked',
  'unbookmarked',
  'bookmarksFull',
] as const

const percentage = z.int().min(0).max(100)
/** The place of an option among those that are shown. */
const position = z.int().min(0).max(99)

/** Which question of which attempt: by this the CMS knows what a poll of Telegram's was about. */
export const questionRefSchema = z.object({
  stepId: z.uuid(),
  attempt: z.int().positive(),
  questionId: z.string().max(64),
})

/** The buttons below a step. */
const stepButtons = {
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
      next: z.enum(['begin', 'continue', 'again']),
      best: percentage.nullable(),
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
      /** Of the last attempt, when it has been reviewed. */
      score: z.number().nullable(),
      maxScore: z.number().nullable(),
      comment: z.string().nullable(),
      canGoOn: z.boolean(),
    })
    .optional(),
}

/** Views replace each other as "where the learner is"; only the newest is worth sending late. */
const viewEffects = [
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
    /** Those that are ticked. */
    selected: z.array(position),
    /**
     * To be sent as Telegram's quiz poll, which has to be told what is right. null: as a message with
     * buttons; then nothing here or in the learner's release tells it.
     */
    poll: z.object({ correct: z.array(position), explanation: z.string().nullable() }).nullable(),
    /** Answers a tap on the very message that shows the question. */
    isInPlace: z.boolean(),
  }),
  z.object({
    type: z.literal('quizResult'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    right: z.int().nonnegative(),
    total: z.int().positive(),
    percent: percentage,
    /** null: there is nothing to pass. */
    isPassed: z.boolean().nullable(),
    best: percentage,
    progress: courseProgressSchema,
    hasBack: z.boolean(),
    /** null: the learner has to pass first. */
    next: z.enum(['next', 'finish']).nullable(),
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

const listedStep = z.object({
  stepId: z.uuid(),
  mark: z.enum(['done', 'current', 'open', 'locked']),
  isBookmarked: z.literal(true).optional(),
})

const otherEffects = [
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
  /** What is right, and why: after an answer only. */
  z.object({
    type: z.literal('quizFeedback'),
    releaseId: z.uuid(),
    stepId: z.uuid(),
    questionId: z.string().max(64),
    options: z.array(z.string()),
    chosen: z.array(position),
    correct: z.array(position),
    isCorrect: z.boolean(),
    explanation: z.string().nullable(),
    /** Of the chosen options that have one. */
    explanations: z.array(z.object({ option: position, text: z.string() })),
    /** `question`: in place of the question's buttons; `poll`: below a poll, which shows what is right. */
    after: z.enum(['question', 'poll']),
  }),
  /** What is collected for an assignment and not yet handed in. */
  z.object({
    type: z.literal('draft'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** Rises with each change: only the newest is worth showing. */
    revision: z.int().nonnegative(),
    collected: z.array(z.object({ kind: z.enum(['text', ...sentFileKinds]), count: z.int().positive() })),
    /** Why the last message was not taken; null: it was. */
    refused: z.enum(draftRefusals).nullable(),
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
    /** null: the learner is elsewhere, or may not go on. */
    next: z.enum(['next', 'finish']).nullable(),
  }),
  z.object({ type: z.literal('help'), releaseId: z.uuid() }),
  z.object({ type: z.literal('notice'), key: z.enum(noticeKeys) }),
  /** The text of answerCallbackQuery; meaningless without an open query, so never sent late. */
  z.object({ type: z.literal('toast'), key: z.enum(toastKeys) }),
] as const

export const lessonEffectSchema = z.discriminatedUnion('type', [...viewEffects, ...otherEffects])

export type QuestionRef = z.infer<typeof questionRefSchema>
export type CourseProgress = z.infer<typeof courseProgressSchema>
export type LessonEffect = z.infer<typeof lessonEffectSchema>
export type NoticeKey = (typeof noticeKeys)[number]
export type ToastKey = (typeof toastKeys)[number]
