import { createHmac, timingSafeEqual } from 'node:crypto'

import { z } from 'zod'

import type { LoginFields } from '../../contracts/api/sessions.ts'
import type { TelegramIdentity } from './readInitData.ts'

const text = (most: number) => z.coerce.string().max(most)

const identitySchema = z.object({
  id: z.coerce.number().int().positive(),
  first_name: text(256),
  last_name: text(256).optional(),
  username: text(64).optional(),
  auth_date: z.coerce.number().int().positive(),
})

/**
 * Whom Telegram has logged in on a web page, null unless its hash holds.
 * @param key of the bot: `loginKey`
 * @see https://core.telegram.org/widgets/login#checking-authorization
 */
export const readLoginFields = (fields: LoginFields, key: string): TelegramIdentity | null => {
  const lines = Object.entries(fields)
    .filter(([name]) => name !== 'hash')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const wanted = createHmac('sha256', Buffer.from(key, 'hex')).update(lines).digest('hex')
  const given = Buffer.from(String(fields.hash ?? ''))
  if (given.length !== wanted.length || !timingSafeEqual(given, Buffer.from(wanted))) return null
  const parsed = identitySchema.safeParse(fields)
  if (!parsed.success) return null
  const { auth_date: authDate, ...user } = parsed.data
  return { user, authDate }
}
