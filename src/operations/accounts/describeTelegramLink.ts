import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { readTelegramLink } from './readTelegramLink.system.ts'

/** What the account page shows of the person's Telegram account. */
export type TelegramLinkState = {
  isLinked: boolean
  /** With the @ left out; null when the Telegram account has no name. */
  username: string | null
  /** Whether there is a platform bot to link with. */
  canLink: boolean
}

/** @throws {AppError} unauthenticated (401) */
export const describeTelegramLink = async (req: PayloadRequest): Promise<TelegramLinkState> => {
  const user = requireUser(req)
  const { username } = await readPlatform(req)
  const linked = await readTelegramLink(req, user.id)
  const isLinked = linked.telegramId !== null
  return { isLinked, username: isLinked ? linked.username : null, canLink: username !== null }
}
