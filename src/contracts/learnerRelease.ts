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

const choiceShape = {
  id: z.string(),
  text: z.string(),
  /** A picture, shown above the options. */
  media: z.uuid().nullable(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
}

/** Neither what is right nor why: that comes with the effects, after the answer. */
const learnerQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ ...choiceShape, kind: z.literal('single') }),
  z.object({ ...choiceShape, kind: z.literal('multiple') }),
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

const learnerStepSchema = z.discriminatedUnion('stepType', [
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
