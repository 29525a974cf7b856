import type { Locale } from '../../contracts/locale.ts'
import { localeFrom } from '../../i18n/translate.ts'

/** A learner's own language if the product speaks it, else the course's, else English. */
export const localeOf = (learner: { languageCode: string | null }, courseLanguage: string | null): Locale =>
  localeFrom(learner.languageCode, localeFrom(courseLanguage))
