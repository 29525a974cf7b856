import { z } from 'zod'

import { telegramPersonSchema } from './platform.ts'

/** How many may try a course before it is published, beside its creator: so many Telegram lets into a restricted bot. */
export const maxTesters = 10

/** `POST /api/runner/tests/join`: somebody opened a bot with the code that lets testers in. Repeating it changes nothing. */
export const joinTestRequestSchema = z.object({
  /** The course's bot that was opened; null: the platform bot. */
  botId: z.uuid().nullable(),
  code: z.string().min(1).max(64),
  person: telegramPersonSchema,
})

/** `closed`: the test is over · `full`: as many test already as may. */
export const joinTestResponseSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('joined'),
    courseTitle: z.string(),
    botUsername: z.string(),
    /** Where the course is learned. */
    link: z.url(),
  }),
  z.object({ status: z.enum(['unknown', 'expired', 'closed', 'full']) }),
])

export type JoinTestRequest = z.infer<typeof joinTestRequestSchema>
export type JoinTestResponse = z.infer<typeof joinTestResponseSchema>
