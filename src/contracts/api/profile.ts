import { z } from 'zod'

/** `PUT /users/profile`; what is left out stays as it is. */
export const profileChangeSchema = z
  .strictObject({
    username: z
      .string()
      .regex(/^\w{3,32}$/)
      .nullable()
      .optional()
      .describe('Of an account without Telegram; that of a Telegram account is Telegram’s to say'),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email().max(254))
      .optional()
      .describe('Becomes the account’s when its code is brought; the present one takes back what waits'),
  })
  .meta({ id: 'ProfileChange' })

/** `POST /users/upgrade` */
export const upgradeSchema = z
  .strictObject({ plan: z.enum(['professional', 'enterprise']) })
  .meta({ id: 'Upgrade' })

export const paymentPageSchema = z
  .object({ paymentUrl: z.url().describe('A page of Stripe’s, for this account alone') })
  .meta({ id: 'PaymentPage' })

/** `POST /auth/email/confirm` */
export const confirmEmailSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^(\s*\d){8}\s*$/)
      .transform((code) => code.replace(/\s/g, ''))
      .describe('The eight digits of the mail'),
  })
  .meta({ id: 'EmailConfirmation' })

export type ProfileChange = z.output<typeof profileChangeSchema>
