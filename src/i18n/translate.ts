import { IntlMessageFormat } from 'intl-messageformat'

import { locales, type Locale } from '../contracts/locale.ts'
import { en, type MessageKey } from './en.ts'
import { ru } from './ru.ts'

const catalogues: Record<Locale, Record<MessageKey, string>> = { ru, en }

export type MessageValues = Record<string, string | number>

/** A message of the catalogue in that language. Values are put in as text, never as markup. */
export const translate = (locale: Locale, key: MessageKey, values?: MessageValues): string =>
  String(
    new IntlMessageFormat(catalogues[locale][key], locale, undefined, { ignoreTag: true }).format(values),
  )

/** The nearest language that the product speaks; `fallback` when there is none. */
export const localeFrom = (language: string | null | undefined, fallback: Locale = 'en'): Locale =>
  locales.find((locale) => language?.toLowerCase().split(/[-_]/)[0] === locale) ?? fallback
