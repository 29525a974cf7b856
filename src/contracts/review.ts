import { z } from 'zod'

import { keptText } from './keptText.ts'

export const reviewVerdicts = ['approved', 'rejected'] as const
export type ReviewVerdict = (typeof reviewVerdicts)[number]

/** What is written to a learner. */
export const maxComment = 3000
/** So many are decided in one go. */
const maxBulk = 200

const comment = z
  .string()
  .trim()
  .max(maxComment)
  .transform((text) => keptText(text) || null)
  .nullable()
  .default(null)
const score = z.number().nonnegative().max(1_000_000).nullable().default(null)

/** `POST /api/assignments/:id/decide` */
export const decisionSchema = z.object({ verdict: z.enum(reviewVerdicts), comment, score })

/** `POST /api/assignments/bulk`; `isFullScore`: everything with points gets all of them. */
export const bulkDecisionSchema = z.object({
  ids: z.array(z.uuid()).min(1).max(maxBulk),
  verdict: z.enum(reviewVerdicts),
  comment,
  isFullScore: z.boolean().default(false),
})
