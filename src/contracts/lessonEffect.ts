import { z } from 'zod'

import { fileKinds } from './lessonEvent.ts'
import { mediaFileSchema } from './mediaFile.ts'
import { stepLockSchema } from './stepLock.ts'
import { draftRefusals } from './submission.ts'
import { localeSchema } from './locale.ts'
import { regions } from './timeZones.ts'

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
  'rateLater',
  'commentAsText',
  'commentTooLong',
  'erasing',
  'testErased',
] as const
export const toastKeys = [
  'buttonOutdated',
  'stepLocked',
  'stepGone',
  'notAvailable',
  'questionClosed',
  'nothingSelected',
  'notAllChosen',
  'quizFirst',
  'assignmentFirst',
  'reviewFirst',
  'draftEmpty',
  'bookmarked',
  'unbookmarked',
  'bookmarksFull',
  'noAttemptsLeft',
  'nothingToReview',
  'erasing',
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

const listedStep = z.object({
  stepId: z.uuid(),
  mark: z.enum(['done', 'current', 'open', 'locked']),
  isBookmarked: z.literal(true).optional(),
  /** Of a step that its rule keeps locked. */
  lock: stepLockSchema.optional(),
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
  /** What is right, and why: after an answer only. */
  z.object({
    type: z.literal('quizFeedback'),
    releaseId: z.uuid(),
    stepId: z.uuid(),
    questionId: z.string().max(64),
    /** Of a question that is chosen from: ids as they were shown, and places among them. */
    options: z.array(z.string()),
    chosen: z.array(position),
    /** null: not told now. */
    correct: z.array(position).nullable(),
    /** Of other questions, in words. */
    given: z.array(z.string()),
    right: z.array(z.string()).nullable(),
    /** null: not told now. */
    isCorrect: z.boolean().nullable(),
    /** How much of it is right, 0–1. */
    credit: z.number().min(0).max(1).nullable(),
    explanation: z.string().nullable(),
    /** Of the chosen options that have one. */
    explanations: z.array(z.object({ option: position, text: z.string() })),
    /**
     * `question`: in place of the question's buttons; `poll`: below a poll, which shows what is right;
     * `message`: below what the learner wrote or sent.
     */
    after: z.enum(['question', 'poll', 'message']),
  }),
  /** The answers of an attempt that is over, as far as they may be seen. */
  z.object({
    type: z.literal('quizReview'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** From 0; `from`: the place of the first question. */
    page: z.int().nonnegative(),
    pages: z.int().positive(),
    from: z.int().nonnegative(),
    items: z.array(
      z.object({
        questionId: z.string().max(64),
        isAnswered: z.boolean(),
        credit: z.number().min(0).max(1).nullable(),
        given: z.array(z.string()),
        right: z.array(z.string()).nullable(),
        explanation: z.string().nullable(),
      }),
    ),
    /** Answers a tap on the very message that shows the answers. */
    isInPlace: z.boolean(),
  }),
  /** The time of an attempt was over while the learner was elsewhere in the course. */
  z.object({
    type: z.literal('quizTimeUp'),
    releaseId: z.uuid(),
    stepId: z.uuid(),
    /** null: the attempt does not count. */
    percent: percentage.nullable(),
    isPassed: z.boolean().nullable(),
  }),
  /** What was written or sent cannot be an answer. */
  z.object({
    type: z.literal('answerRefused'),
    releaseId: z.uuid(),
    stepId: z.uuid(),
    questionId: z.string().max(64),
    reason: z.enum([
      'needsText',
      'textTooLong',
      'needsNumber',
      'needsFile',
      'fileTooLarge',
      'needsVoice',
      'voiceTooLong',
    ]),
  }),
  /** What is collected for an assignment and not yet handed in. */
  z.object({
    type: z.literal('draft'),
    releaseId: z.uuid(),
    version,
    stepId: z.uuid(),
    /** Rises with each change: only the newest is worth showing. */
    revision: z.int().nonnegative(),
    collected: z.array(z.object({ kind: z.enum(['text', ...fileKinds]), count: z.int().positive() })),
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
  z.object({ type: z.literal('help'), releaseId: z.uuid() }),
  /** So many days in a row the learner has completed a step. */
  z.object({ type: z.literal('streak'), days: z.int().positive() }),
  z.object({ type: z.literal('notice'), key: z.enum(noticeKeys) }),
  /** The text of answerCallbackQuery; meaningless without an open query, so never sent late. */
  z.object({
    type: z.literal('toast'),
    key: z.enum(toastKeys),
    /** Why a step is locked, if its rule is what locks it. */
    lock: stepLockSchema.optional(),
  }),
] as const

export const lessonEffectSchema = z.discriminatedUnion('type', [...viewEffects, ...otherEffects])

export type QuestionRef = z.infer<typeof questionRefSchema>
export type CourseProgress = z.infer<typeof courseProgressSchema>
export type LessonEffect = z.infer<typeof lessonEffectSchema>
export type NoticeKey = (typeof noticeKeys)[number]
export type ToastKey = (typeof toastKeys)[number]
