import { z } from 'zod'

import { localeSchema } from './locale.ts'
import { telegramIdSchema } from './runnerActions.ts'

/**
 * `GET /api/runner/erasures/:enrollmentId`: a learner who asked to be forgotten, and all that is known of them.
 * `botId` or `telegramUserId` null: nobody can give it to them now. 404: there is nobody (any more) to be forgotten.
 */
export const erasureResponseSchema = z.object({
  botId: z.uuid().nullable(),
  telegramUserId: telegramIdSchema.nullable(),
  locale: localeSchema,
  filename: z.string(),
  /** JSON. */
  document: z.string(),
})

/**
 * `POST /api/runner/erasures/:enrollmentId`: the learner has their data, or Telegram says that they cannot be reached.
 * Repeating it changes nothing.
 */
export const erasureRequestSchema = z.object({ delivery: z.enum(['sent', 'unreachable']) })

export type ErasureResponse = z.infer<typeof erasureResponseSchema>
export type ErasureRequest = z.infer<typeof erasureRequestSchema>
