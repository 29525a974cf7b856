import type { LearnerQuestion } from '../../../contracts/learnerRelease.ts'
import type { Locale } from '../../../contracts/locale.ts'
import { shortenText } from '../text/shortenText.ts'

const maxLine = 300

/** Answers in the reader's way of writing: several on lines of their own, a number with its comma. */
const wordsOf = (question: LearnerQuestion, lines: readonly string[], locale: Locale): string => {
  const shown = lines.map((line) => shortenText(line, maxLine))
  if (question.kind === 'number' && locale === 'ru') return shown.join(' / ').replaceAll('.', ',')
  if (question.kind === 'text') return shown.join(' / ')
  return shown.length > 1 ? `\n${shown.join('\n')}` : shown.join('')
}

/** What was answered, as its writer wrote it. */
export const givenWords = (question: LearnerQuestion, lines: readonly string[]): string =>
  wordsOf(question, lines, 'en')

export const rightWords = wordsOf
