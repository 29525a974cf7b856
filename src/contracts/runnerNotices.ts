import { z } from 'zod'

import { lessonEffectSchema } from './lessonEffect.ts'
import { localeSchema } from './locale.ts'
import { noticeKinds } from './notice.ts'
import { telegramIdSchema } from './runnerActions.ts'

/** `GET /api/runner/notices/:id`: through which bot it will go; null: there is none now. 404: there is nothing to send. */
export const runnerNoticeResponseSchema = z.object({ telegramBotId: telegramIdSchema.nullable() })

/**
 * `POST /api/runner/notices/:id/claim`: `send`: it is to be sent now, by whoever asked and nobody else, and what
 * became of it reported; `later`: the outbox brings it again when its time has come; `over`: nothing is to be sent,
 * and why. Not to be repeated: whoever claims what is claimed already learns that nobody knows whether it was sent.
 */
export const noticeClaimResponseSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('send'),
    kind: z.enum(noticeKinds),
    botId: z.uuid(),
    telegramUserId: telegramIdSchema,
    locale: localeSchema,
    effect: lessonEffectSchema,
  }),
  z.object({ status: z.literal('later'), kind: z.enum(noticeKinds) }),
  z.object({ status: z.literal('over'), kind: z.enum(noticeKinds), outcome: z.string() }),
])

/**
 * `POST /api/runner/notices/:id/report`: `refused`: Telegram will never take it; `uncertain`: it may have been sent;
 * `deferred`: it certainly was not, and comes again after `retryAfterMs`. Repeating it changes nothing.
 */
export const noticeReportSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.enum(['sent', 'blocked']) }),
  z.object({ outcome: z.enum(['refused', 'uncertain']), detail: z.string().max(500) }),
  z.object({ outcome: z.literal('deferred'), retryAfterMs: z.int().nonnegative() }),
])

export type RunnerNoticeResponse = z.infer<typeof runnerNoticeResponseSchema>
export type NoticeClaimResponse = z.infer<typeof noticeClaimResponseSchema>
export type NoticeReport = z.infer<typeof noticeReportSchema>
