import { createHash, createHmac } from 'node:crypto'

import type { BotRecord, Person } from '../state/types.ts'
import { checkString } from './hashFields.ts'

/** What Telegram tells a web page of whom it has logged in with a bot, as it stands behind the # of the way back. */
export function loginResult({ bot, person, now }: { bot: BotRecord; person: Person; now: number }): string {
  const { id, first_name, last_name, username } = person
  const fields: Record<string, string | number> = {
    id,
    first_name,
    ...(last_name && { last_name }),
    ...(username && { username }),
    auth_date: now,
  }
  const texts = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  const secret = createHash('sha256').update(bot.token).digest()
  const hash = createHmac('sha256', secret).update(checkString(texts)).digest('hex')
  return Buffer.from(JSON.stringify({ ...fields, hash })).toString('base64url')
}
