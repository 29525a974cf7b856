import type { User } from 'grammy/types'

import type { TelegramPerson } from '../../../src/contracts/platform.ts'
import { learnerOf } from './learnerOf.ts'

/** A person as the contract with the CMS wants them. */
export const telegramPersonOf = (user: User): TelegramPerson => {
  const { telegramUserId: id, ...names } = learnerOf(user)
  return { id, ...names }
}
