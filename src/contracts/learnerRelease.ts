import { z } from 'zod'

import { mediaFileSchema } from './mediaFile.ts'
import { ownTextsSchema } from './ownTexts.ts'
import { answerKinds, maxAnswerBytes } from './submission.ts'

const stepShape = {
  id: z.uuid(),
  title: z.string(),
  section: z.string().nullable(),
  isRequired: z.boolean(),
  /** Minutes. */
  estimatedDuration: z.number().nullable(),
}

/** Lexical's serialised editor state, as Payload stores it. */
const richText = z.object({ root: z.record(z.string(), z.unknown()) }).nullable()

/** A text step holds nothing secret, so learners get it whole. */
const learnerTextStep = z.object({ ...stepShape, stepType: z.literal('text'), content: richText })

const learnerVideoStep = z.object({
  ...stepShape,
  stepType: z.literal('video'),
  content: richText,
  /** One of both: a file of ours, or an address elsewhere. */
  video: z.uuid().nullable(),
  videoUrl: z.string().nullable(),
})

const questionShape = {
  id: z.string(),
  text: z.string(),
  /** A picture, shown above the options. */
  media: z.uuid().nullable(),
  marks: z.number().positive(),
}
const named = z.object({ id: z.string(), text: z.string() })
/** `media`: a picture. */
const options = z.array(z.object({ id: z.string(), text: z.string(), media: z.uuid().optional() }))

/** Neither what is right nor why: that comes with the effects, after the answer. */
const learnerQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ ...questionShape, kind: z.literal('single'), options }),
  z.object({ ...questionShape, kind: z.literal('multiple'), options }),
  z.object({ ...questionShape, kind: z.literal('text') }),
  z.object({ ...questionShape, kind: z.literal('number') }),
  /** In an order that tells nothing. */
  z.object({ ...questionShape, kind: z.literal('order'), items: z.array(named) }),
  z.object({ ...questionShape, kind: z.literal('match'), lefts: z.array(named), rights: z.array(named) }),
  z.object({
    ...questionShape,
    kind: z.literal('file'),
    /** Empty: any. */
    accepts: z.array(z.enum(['photo', 'video', 'audio', 'document'])),
    maxBytes: z.number().positive(),
  }),
  z.object({ ...questionShape, kind: z.literal('voice'), maxSeconds: z.number().positive().nullable() }),
])

const learnerQuizStep = z.object({
  ...stepShape,
  stepType: z.literal('quiz'),
  /** Shown before the first question. */
  content: richText,
  quiz: z.object({
    questions: z.array(learnerQuestionSchema),
    /** 0–100; 0: whoever has answered all questions has passed. */
    passingPercentage: z.number().min(0).max(100),
    /** How many of the questions an attempt has. */
    asked: z.int().nonnegative(),
    /** 0: any number. */
    maxAttempts: z.int().nonnegative(),
    grading: z.enum(['highest', 'average', 'first', 'last']),
    /** Seconds; 0: none. */
    timeLimit: z.int().nonnegative(),
    /** Whether an attempt whose time is over counts as it is, or not at all. */
    timeUp: z.enum(['submit', 'discard']),
    /** Percentage of a question's marks that a wrong answer costs. */
    negativeMarks: z.number().min(0).max(100),
  }),
})

const learnerAssignmentStep = z.object({
  ...stepShape,
  stepType: z.literal('assignment'),
  /** The task. */
  content: richText,
  assignment: z.object({
    requirements: z.array(z.string()),
    accepts: z.array(z.enum(answerKinds)),
    maxFiles: z.int().positive(),
    maxFileBytes: z.int().positive().max(maxAnswerBytes),
    /** In lower case, without the dot; none: any. */
    extensions: z.array(z.string()),
    isBlockingWhilePending: z.boolean(),
  }),
})

export const learnerStepSchema = z.discriminatedUnion('stepType', [
  learnerTextStep,
  learnerVideoStep,
  learnerQuizStep,
  learnerAssignmentStep,
])

/**
 * A release as the runner, the preview and the Mini App know it: everything that is needed to show the
 * course, nothing that grades it.
 */
export const learnerReleaseSchema = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  /** 0: made for a test. */
  number: z.int().nonnegative(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  /** Minutes for the whole course. */
  estimatedDuration: z.number().nullable(),
  /** Whether Telegram shall keep people from forwarding and saving what the bot sends. */
  isProtected: z.boolean(),
  /** Left out when the creator wrote none. */
  texts: ownTextsSchema.optional(),
  steps: z.array(learnerStepSchema),
  /** All files that the steps use, by id. */
  media: z.record(z.string(), mediaFileSchema),
})

export type LearnerQuestion = z.infer<typeof learnerQuestionSchema>
export type LearnerStep = z.infer<typeof learnerStepSchema>
export type LearnerRelease = z.infer<typeof learnerReleaseSchema>
