import type { ArrayFieldValidation } from 'payload'

import { localeFrom, translate } from '../../../src/i18n/translate.ts'
import { readPattern } from '../../../src/lesson/engine/quiz/grading/readPattern.ts'

/** `path`: quiz, questions, the question's place, answers. */
const questionNumber = (path: readonly (string | number)[]): number => Number(path.at(-2)) + 1

/** A pattern that cannot be read would let no answer pass: it is refused at once, naming the question, and why. */
export const requirePatterns: ArrayFieldValidation = (answers, { req, siblingData, path }) => {
  if ((siblingData as { match?: unknown }).match !== 'regex') return true
  const locale = localeFrom(req.i18n.language)
  for (const answer of answers ?? []) {
    const { text } = answer as { text?: unknown }
    if (typeof text !== 'string') continue
    const read = readPattern(text.trim())
    if (!('fault' in read)) continue
    const about = { question: questionNumber(path), pattern: text.trim(), detail: read.detail }
    return translate(locale, `error.pattern.${read.fault}`, about)
  }
  return true
}
