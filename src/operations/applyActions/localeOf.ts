import type { Locale } from '../../contracts/locale.ts'
import { localeFrom } from '../../i18n/translate.ts'

/** What a person has chosen; else their own language if the product speaks it, else the course's, else English. */
export const localeOf = (
  learner: { locale?: Locale | null; languageCode: string | null },
  courseLanguage: string | null,
): Locale => learner.locale ?? localeFrom(learner.languageCode, localeFrom(courseLanguage))
