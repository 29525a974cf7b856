export type QuestionProblem =
  | 'questionEmpty'
  | 'tooFewOptions'
  | 'tooManyOptions'
  | 'optionEmpty'
  | 'optionsAlike'
  | 'nothingCorrect'
  | 'severalCorrect'
  | 'questionTooLong'

export const maxOptions = 20
/** With marks and numbers it stays below the 4,096 of a message. */
const maxCharacters = 3600

type Question = {
  kind: 'single' | 'multiple'
  text: string
  options: readonly { text: string; isCorrect: boolean }[]
}

/** What keeps a question from being asked and answered; empty when all is well. */
export const questionProblems = ({ kind, text, options }: Question): QuestionProblem[] => {
  const texts = options.map((option) => option.text.trim())
  const filled = texts.filter((one) => one !== '')
  const correct = options.filter(({ isCorrect }) => isCorrect).length
  const characters = texts.reduce((sum, one) => sum + one.length, text.trim().length)
  const problems: QuestionProblem[] = []
  if (text.trim() === '') problems.push('questionEmpty')
  if (options.length < 2) problems.push('tooFewOptions')
  if (options.length > maxOptions) problems.push('tooManyOptions')
  if (filled.length < texts.length) problems.push('optionEmpty')
  if (new Set(filled).size < filled.length) problems.push('optionsAlike')
  if (options.length > 0 && correct === 0) problems.push('nothingCorrect')
  if (kind === 'single' && correct > 1) problems.push('severalCorrect')
  if (characters > maxCharacters) problems.push('questionTooLong')
  return problems
}
