import type { TextQuestion } from '../quizTypes.ts'
import { cleanText } from './cleanText.ts'
import { readPattern, type Pattern } from './readPattern.ts'

/** Upper case first: ß and SS become one. */
const folded = (text: string): string => text.toUpperCase().toLowerCase()

/** Releases never change, so neither do their patterns. */
const patterns = new WeakMap<TextQuestion, Pattern[]>()

const patternsOf = (question: TextQuestion): Pattern[] => {
  const known = patterns.get(question)
  if (known !== undefined) return known
  const read = question.answers.flatMap((answer) => {
    const pattern = readPattern(answer)
    return 'takes' in pattern ? [pattern] : []
  })
  patterns.set(question, read)
  return read
}

/** Whether what was written is one of the right answers. */
export const textFits = (question: TextQuestion, written: string): boolean => {
  const text = cleanText(written)
  if (question.match === 'regex') return patternsOf(question).some(({ takes }) => takes(text))
  const answers = question.answers.map(cleanText).filter((answer) => answer !== '')
  switch (question.match) {
    case 'exact':
      return answers.includes(text)
    case 'caseInsensitive':
      return answers.some((answer) => folded(answer) === folded(text))
    case 'contains':
      return answers.some((answer) => folded(text).includes(folded(answer)))
  }
}
