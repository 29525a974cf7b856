import type { CollectionConfig } from 'payload'

import { askForTelegramLink } from '../../operations/accounts/askForTelegramLink.ts'
import { describeTelegramLink } from '../../operations/accounts/describeTelegramLink.ts'
import { unlinkTelegram } from '../../operations/accounts/unlinkTelegram.ts'
import { endpoint } from '../endpoint.ts'

/** What people do with their own account; below `/api/users`. */
export const accountEndpoints: Exclude<CollectionConfig['endpoints'], false | undefined> = [
  endpoint('get', '/me/telegram-link', describeTelegramLink),
  endpoint('post', '/me/telegram-link', askForTelegramLink),
  endpoint('delete', '/me/telegram-link', unlinkTelegram),
]
