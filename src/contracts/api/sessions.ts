import { z } from 'zod'

import { accountSchema } from './account.ts'

/** Telegram’s initData is below 2 KB; a launch parameter adds up to 512 characters. */
const initDataSchema = z.string().min(1).max(8192)

/** `POST /auth/telegram` */
export const telegramLoginSchema = z
  .strictObject({
    initData: initDataSchema.describe('As Telegram gives it to the Mini App, untouched'),
    bot: z
      .string()
      .regex(/^@?\w{3,64}$/)
      .optional()
      .describe('Username of the bot whose Mini App it is; left out: the platform bot'),
  })
  .meta({ id: 'TelegramLogin' })

/** `POST /auth/password` */
export const passwordLoginSchema = z
  .strictObject({
    email: z.string().trim().toLowerCase().min(1).max(254),
    password: z.string().min(1).max(512),
  })
  .meta({ id: 'PasswordLogin' })

const loginFieldsSchema = z
  .record(z.string().max(64), z.union([z.string().max(2048), z.int()]))
  .refine((fields) => Object.keys(fields).length <= 20, 'at most 20 fields')

/** `POST /auth/telegram/web` */
export const webLoginSchema = z
  .strictObject({
    fields: loginFieldsSchema.describe('All that Telegram told the page: `id`, `auth_date`, `hash` …'),
  })
  .meta({ id: 'WebLogin' })

/** `POST /auth/refresh` */
export const refreshSchema = z
  .strictObject({ refreshToken: z.string().min(1).max(2048) })
  .meta({ id: 'Refresh' })

export const tokensSchema = z
  .object({
    token: z.string().describe('For the header Authorization, after “Bearer ”; good for 15 minutes'),
    refreshToken: z.string().describe('For one use, within 30 days'),
  })
  .meta({ id: 'Tokens' })

export const signedInSchema = tokensSchema.extend({ user: accountSchema }).meta({ id: 'SignedIn' })

export const sessionSchema = z
  .object({
    id: z.uuid(),
    isCurrent: z.boolean(),
    courseId: z.uuid().nullable().describe('The course whose bot it was opened at; null: the platform'),
    device: z.string().nullable(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' })

export const sessionsSchema = z.object({ sessions: z.array(sessionSchema) }).meta({ id: 'Sessions' })
export const successSchema = z.object({ success: z.literal(true) }).meta({ id: 'Success' })

export type Tokens = z.infer<typeof tokensSchema>
export type LoginFields = z.output<typeof loginFieldsSchema>
export type SignedIn = z.infer<typeof signedInSchema>
export type ApiSession = z.infer<typeof sessionSchema>
