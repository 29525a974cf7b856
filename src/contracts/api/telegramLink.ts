import { z } from 'zod'

/** `GET /users/telegram-link` */
export const telegramLinkSchema = z
  .object({
    isLinked: z.boolean(),
    username: z.string().nullable().describe('null also when the Telegram account has no name'),
    canLink: z.boolean().describe('false: this installation has no platform bot'),
  })
  .meta({ id: 'TelegramLink' })

/** `POST /users/telegram-link` */
export const telegramLinkCodeSchema = z
  .object({
    link: z.url().describe('Whoever opens it in Telegram is linked, once'),
    code: z.string().describe('The same as part of the link'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'TelegramLinkCode' })
