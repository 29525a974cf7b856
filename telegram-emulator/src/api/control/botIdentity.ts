import { z } from 'zod'

import type { Store } from '../../state/store.ts'
import { ControlError } from './controlError.ts'

/** What BotFather asks of a bot's username and name. */
export const botIdentity = {
  username: z
    .string()
    .regex(/^[A-Za-z]\w{4,31}$/, 'expected 5–32 letters, digits and underscores')
    .regex(/bot$/i, 'must end in bot'),
  name: z.string().trim().min(1).max(64),
}

export function isFree(store: Store, username: string): boolean {
  return !store.botByUsername(username) && !store.personByUsername(username)
}

export function requireFree(store: Store, username: string): void {
  if (!isFree(store, username)) throw new ControlError(409, `username: @${username} is taken`)
}
