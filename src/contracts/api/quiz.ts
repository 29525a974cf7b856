import { z } from 'zod'

const explanation = z.string().max(1500).nullable()
const media = z.uuid().nullable().describe('Id of a picture')
/** Given back so that learners’ answers to what stays the same outlive a change. */
const id = z.string().min(1).max(64)
const line = (max: number) => z.string().trim().min(1).max(max)
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(100)

const shared = {
  id: id.optional(),
  text: line(3000),
  media: media.optional(),
  explanation: explanation.optional().describe('Shown to everybody after they have answered'),
  marks: z.int().min(1).max(100).optional().describe('What a right answer is worth; 1 when left out'),
}
const options = list(
  z.strictObject({
    id: id.optional(),
    text: line(1000),
    isCorrect: z.boolean().optional(),
    explanation: explanation.optional().describe('Shown to those who have chosen it'),
    media: media.optional(),
  }),
)

const questionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('single'), ...shared, options }),
    z.strictObject({ kind: z.literal('multiple'), ...shared, options }),
    z.strictObject({
      kind: z.literal('text'),
      ...shared,
      match: z.enum(['caseInsensitive', 'exact', 'contains', 'regex']).optional(),
      answers: list(z.strictObject({ id: id.optional(), text: line(1000) })),
    }),
    z.strictObject({
      kind: z.literal('number'),
      ...shared,
      value: z.number(),
      tolerance: z.number().min(0).optional(),
    }),
    z.strictObject({
      kind: z.literal('order'),
      ...shared,
      items: list(z.strictObject({ id: id.optional(), text: line(300) })).describe('In the right order'),
    }),
    z.strictObject({
      kind: z.literal('match'),
      ...shared,
      pairs: list(
        z.strictObject({
          id: id.optional(),
          left: z.string().max(300).nullable().optional(),
          right: line(300),
        }),
      ).describe('Without its left side a right side belongs to nothing'),
    }),
    z.strictObject({
      kind: z.literal('file'),
      ...shared,
      accepts: z
        .array(z.enum(['photo', 'video', 'audio', 'document']))
        .max(4)
        .optional(),
      maxMegabytes: z.int().min(1).max(20).optional(),
    }),
    z.strictObject({
      kind: z.literal('voice'),
      ...shared,
      maxSeconds: z.int().min(1).max(3600).nullable().optional(),
    }),
  ])
  .meta({ id: 'QuizQuestion' })

const moment = z.enum(['during', 'afterAttempt', 'afterClose', 'never'])

/** A quiz as its authors have it, with what is right. */
export const quizSchema = z
  .strictObject({
    passingPercentage: z.number().min(0).max(100).optional(),
    isShuffled: z.boolean().optional().describe('The options of each question'),
    areQuestionsShuffled: z.boolean().optional(),
    maxAttempts: z.int().min(0).max(100).optional().describe('0: any number'),
    grading: z.enum(['highest', 'average', 'first', 'last']).optional(),
    whenFailed: z.enum(['hold', 'continue']).optional(),
    timeLimit: z.number().min(0).max(1440).optional().describe('Minutes; 0: none'),
    timeUp: z.enum(['submit', 'discard']).optional(),
    pickCount: z.int().min(0).max(100).optional().describe('Questions of an attempt; 0: all'),
    negativeMarks: z.number().min(0).max(100).optional().describe('Percentage that a wrong answer costs'),
    hasPartialCredit: z.boolean().optional(),
    showCorrectness: moment.optional(),
    showFeedback: moment.optional(),
    showAnswer: moment.optional(),
    bands: z
      .array(z.strictObject({ id: id.optional(), from: z.number().min(0).max(100), text: line(1000) }))
      .max(10)
      .optional()
      .describe('Said with the result; of those that it reaches, the highest'),
    questions: list(questionSchema),
  })
  .meta({ id: 'Quiz' })

export type ApiQuiz = z.infer<typeof quizSchema>
