import type { Locale } from '../../../contracts/locale.ts'
import type { RichText } from '../text/richText.ts'
import { formatText } from '../texts/formatText.ts'

const texts = {
  highest: 'quizBest',
  average: 'quizScoreAverage',
  first: 'quizScoreFirst',
  last: 'quizScoreLast',
} as const

/** What counts of all attempts; nothing while none does. */
export const quizScoreLines = (
  grading: keyof typeof texts,
  { best, score }: { best: number | null; score: number | null },
  locale: Locale,
): RichText[] => {
  const percent = grading === 'highest' ? best : score
  return percent === null ? [] : [formatText(locale, texts[grading], { percent })]
}
