import { z } from 'zod'

import { version, percentage, position } from './effectParts.ts'

/** What is said of answers and attempts. */
export const quizEffects = [
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
] as const
