import type { Locale } from '../../src/contracts/locale.ts'
import { localeFrom } from '../../src/i18n/translate.ts'

/** The language of the person at the terminal, as POSIX decides it. */
export function personLocale(env: Record<string, string | undefined>): Locale {
  return localeFrom(env.LC_ALL || env.LC_MESSAGES || env.LANG)
}
