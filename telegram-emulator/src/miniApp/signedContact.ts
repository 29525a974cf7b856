import type { Contact } from '@grammyjs/types'

import { hashFields } from './hashFields.ts'

/** What a Mini App is told of a phone number that was shared with it. `now` in seconds. */
export function signedContact({ user_id, ...names }: Contact, token: string, now: number): string {
  const fields = { contact: JSON.stringify({ user_id, ...names }), auth_date: String(now) }
  return new URLSearchParams({ ...fields, hash: hashFields(fields, token) }).toString()
}
