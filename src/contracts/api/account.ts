import { z } from 'zod'

/** People as the API shows them to themselves. */
export const accountSchema = z
  .object({
    id: z.uuid(),
    telegramId: z.int().positive().nullable(),
    username: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.email().nullable(),
    unconfirmedEmail: z
      .email()
      .nullable()
      .describe('Until the code is brought that was sent there, it is not the account’s'),
    /** In this session: at a course's bot everybody is a student. */
    role: z.enum(['student', 'creator', 'moderator', 'admin']),
    subscriptionPlan: z.enum(['free', 'professional', 'enterprise']),
    subscriptionExpiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'User', description: 'Somebody’s own account' })

export type Account = z.infer<typeof accountSchema>
