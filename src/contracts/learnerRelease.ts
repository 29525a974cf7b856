import { z } from 'zod'

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

/** A text step holds nothing secret, so learners get it whole. Other step types join this union. */
const learnerTextStep = z.object({ ...stepShape, stepType: z.literal('text'), content: richText })

const learnerStepSchema = z.discriminatedUnion('stepType', [learnerTextStep])

/**
 * A release as the runner, the preview and the Mini App know it: everything that is needed to show the
 * course, nothing that grades it.
 */
export const learnerReleaseSchema = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  number: z.int().positive(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  /** Minutes for the whole course. */
  estimatedDuration: z.number().nullable(),
  steps: z.array(learnerStepSchema),
})

export type LearnerStep = z.infer<typeof learnerStepSchema>
export type LearnerRelease = z.infer<typeof learnerReleaseSchema>
