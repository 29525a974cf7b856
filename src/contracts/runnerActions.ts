import { z } from 'zod'

import { questionRefSchema } from './effects/effectParts.ts'
import { lessonEffectSchema } from './lessonEffect.ts'
import { lessonEventSchema } from './lessonEvent.ts'
import { localeSchema } from './locale.ts'

/** `POST /api/runner/actions`: at most this many actions, at most one per learner. */
export const maxActionsPerBatch = 64
export const maxReceiptsPerBatch = 256

/** Telegram's user ids fit in 52 bits. */
export const telegramIdSchema = z
  .int()
  .positive()
  .max(2 ** 52)

const learnerSchema = z.object({
  telegramUserId: telegramIdSchema,
  firstName: z.string().max(256),
  lastName: z.string().max(256).nullable(),
  username: z.string().max(64).nullable(),
  /** IETF tag, as Telegram gives it. */
  languageCode: z.string().max(35).nullable(),
})

const actionSchema = z.object({
  botId: z.uuid(),
  updateId: z.int().nonnegative(),
  learner: learnerSchema,
  event: lessonEventSchema,
})

/** A question became this poll of Telegram's: its answers name the poll alone. */
const sentPollSchema = z.object({
  ...questionRefSchema.shape,
  pollId: z.string().min(1).max(64),
})

/** What is collected for an assignment was shown in this message, which is edited from then on. */
const sentDraftSchema = z.object({ stepId: z.uuid(), messageId: z.int().positive() })

/**
 * What became of the sends of one update:
 * `sent`: done (also when Telegram refused for good: `error` says why); `blocked`: the learner blocked the
 * bot; `deferred`: Telegram put it off, the CMS queues a delivery due in `retryAfterMs`.
 */
const receiptSchema = z.object({
  botId: z.uuid(),
  telegramUserId: telegramIdSchema,
  /** Negative when it was not Telegram's: something happened without the learner's doing. */
  updateId: z.int(),
  status: z.enum(['sent', 'blocked', 'deferred']),
  retryAfterMs: z.int().nonnegative().optional(),
  error: z.string().max(500).optional(),
  polls: z.array(sentPollSchema).max(10).optional(),
  drafts: z.array(sentDraftSchema).max(10).optional(),
  /** What was sent was of a test. */
  isTest: z.literal(true).optional(),
})

export const runnerActionsRequestSchema = z.object({
  actions: z.array(actionSchema).max(maxActionsPerBatch),
  receipts: z.array(receiptSchema).max(maxReceiptsPerBatch),
})

/**
 * Per action, in the order asked:
 * `done`: committed, send the effects; `duplicate`: a redelivery, effects are those not known to be sent;
 * `busy`: the learner's row is held elsewhere, ask again in the next batch; `rejected`: nothing was
 * changed and a repetition changes nothing (dead letter, bot unknown, account inactive);
 * `failed`: not committed, or not known yet what it is about; Telegram shall redeliver.
 */
const actionResultSchema = z.object({
  status: z.enum(['done', 'duplicate', 'busy', 'rejected', 'failed']),
  locale: localeSchema,
  effects: z.array(lessonEffectSchema),
  /** Somebody tries the course out: what they are shown says so. */
  isTest: z.literal(true).optional(),
})

export const runnerActionsResponseSchema = z.object({ results: z.array(actionResultSchema) })

export type RunnerAction = z.infer<typeof actionSchema>
export type SentPoll = z.infer<typeof sentPollSchema>
export type SentDraft = z.infer<typeof sentDraftSchema>
export type RunnerReceipt = z.infer<typeof receiptSchema>
export type RunnerActionResult = z.infer<typeof actionResultSchema>
export type RunnerActionsRequest = z.infer<typeof runnerActionsRequestSchema>
export type RunnerActionsResponse = z.infer<typeof runnerActionsResponseSchema>
