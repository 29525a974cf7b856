import { z } from 'zod'

import { lessonEffectSchema } from './lessonEffect.ts'
import { localeSchema } from './locale.ts'
import { telegramIdSchema } from './runnerActions.ts'

/** `GET /api/runner/deliveries/:enrollmentId`: what a learner still has to be sent, oldest first. */
export const runnerDeliveryResponseSchema = z.object({
  botId: z.uuid(),
  telegramUserId: telegramIdSchema,
  locale: localeSchema,
  /** Somebody tries the course out: what they are shown says so. */
  isTest: z.literal(true).optional(),
  /** Empty when all is sent, superseded, or the learner blocked the bot. */
  unsent: z.array(z.object({ updateId: z.int(), effects: z.array(lessonEffectSchema) })),
})

export type RunnerDeliveryResponse = z.infer<typeof runnerDeliveryResponseSchema>
