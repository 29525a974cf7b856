import type { User } from 'grammy/types'

import type { Locale } from '../../../src/contracts/locale.ts'

/** The language in which somebody is spoken to of whom only Telegram's word is known. */
export const localeOf = ({ language_code: code }: Pick<User, 'language_code'>): Locale =>
  code?.toLowerCase().startsWith('ru') ? 'ru' : 'en'
