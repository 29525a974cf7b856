import type { Locale } from '../../../contracts/locale.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'

/** How often a quiz may still be tried, where that is limited; and who can help when it is not enough. */
export const attemptLines = (left: number | null, canGoOn: boolean, locale: Locale): RichText[] => {
  if (left === null) return []
  if (left > 0) return [formatText(locale, 'quizAttemptsLeft', { left })]
  return [formatText(locale, canGoOn ? 'quizNoAttempts' : 'quizNoAttemptsHeld', {})]
}
