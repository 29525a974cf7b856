import type { Locale } from '../../../contracts/locale.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'

/** Whether an answer was right, or how much of it. */
export const creditText = (credit: number, locale: Locale): RichText => {
  if (credit === 1) return formatText(locale, 'quizRight', {})
  // Hardly right is not wrong, and nearly right is not right.
  const percent = Math.min(99, Math.max(1, Math.round(credit * 100)))
  return credit === 0 ? formatText(locale, 'quizWrong', {}) : formatText(locale, 'quizPartly', { percent })
}
