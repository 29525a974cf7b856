import { cleanText } from './grading/cleanText.ts'
import { readPattern } from './grading/readPattern.ts'
import type { QuizQuestion, TextMatch } from './quizTypes.ts'

export type QuestionProblem =
  | 'questionEmpty'
  | 'tooFewOptions'
  | 'tooManyOptions'
  | 'optionEmpty'
  | 'optionsAlike'
  | 'nothingCorrect'
  | 'severalCorrect'
  | 'questionTooLong'
  | 'noAnswers'
  | 'answerEmpty'
  | 'badPattern'
  | 'numberMissing'
  | 'tooFewItems'
  | 'tooManyItems'
  | 'itemEmpty'
  | 'itemsAlike'
  | 'tooFewPairs'
  | 'rightEmpty'
  | 'leftsAlike'
  | 'rightsAllAlike'

/** Of options, answers, items and pairs. */
export const maxOptions = 20
/** With marks and numbers it stays below the 4,096 of a message. */
const maxCharacters = 3600
/** Where what was chosen so far is told besides. */
const maxCharactersTold = 2400

/** A question as its author is writing it; what its kind does not have is left out. */
export type DraftQuestion = {
  kind: QuizQuestion['kind']
  text: string
  options?: readonly { text: string; isCorrect: boolean }[]
  match?: TextMatch
  answers?: readonly string[]
  value?: number | null
  items?: readonly string[]
  /** A right one without a left one belongs to nothing. */
  pairs?: readonly { left: string; right: string }[]
}

const areAlike = (texts: readonly string[]): boolean => {
  const filled = texts.filter((text) => text !== '')
  return new Set(filled).size < filled.length
}

const choiceProblems = ({ kind, options = [] }: DraftQuestion): QuestionProblem[] => {
  const texts = options.map((option) => option.text.trim())
  const correct = options.filter(({ isCorrect }) => isCorrect).length
  const problems: QuestionProblem[] = []
  if (options.length < 2) problems.push('tooFewOptions')
  if (options.length > maxOptions) problems.push('tooManyOptions')
  if (texts.includes('')) problems.push('optionEmpty')
  if (areAlike(texts)) problems.push('optionsAlike')
  if (options.length > 0 && correct === 0) problems.push('nothingCorrect')
  if (kind === 'single' && correct > 1) problems.push('severalCorrect')
  return problems
}

const textProblems = ({ match, answers = [] }: DraftQuestion): QuestionProblem[] => {
  const problems: QuestionProblem[] = []
  if (answers.length === 0) problems.push('noAnswers')
  if (answers.length > maxOptions) problems.push('tooManyOptions')
  if (answers.some((answer) => cleanText(answer) === '')) problems.push('answerEmpty')
  if (match === 'regex' && answers.some((answer) => 'fault' in readPattern(answer)))
    problems.push('badPattern')
  return problems
}

const orderProblems = ({ items = [] }: DraftQuestion): QuestionProblem[] => {
  const texts = items.map((item) => item.trim())
  const problems: QuestionProblem[] = []
  if (items.length < 2) problems.push('tooFewItems')
  if (items.length > maxOptions) problems.push('tooManyItems')
  if (texts.includes('')) problems.push('itemEmpty')
  if (areAlike(texts)) problems.push('itemsAlike')
  return problems
}

const matchProblems = ({ pairs = [] }: DraftQuestion): QuestionProblem[] => {
  const lefts = pairs.map(({ left }) => left.trim())
  const rights = pairs.map(({ right }) => right.trim())
  const problems: QuestionProblem[] = []
  if (lefts.filter((left) => left !== '').length < 2) problems.push('tooFewPairs')
  if (pairs.length > maxOptions) problems.push('tooManyItems')
  if (rights.includes('')) problems.push('rightEmpty')
  if (areAlike(lefts)) problems.push('leftsAlike')
  if (rights.length > 1 && new Set(rights).size === 1 && rights[0] !== '') problems.push('rightsAllAlike')
  return problems
}

const kindProblems = (question: DraftQuestion): QuestionProblem[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return choiceProblems(question)
    case 'text':
      return textProblems(question)
    case 'number':
      return typeof question.value === 'number' && Number.isFinite(question.value) ? [] : ['numberMissing']
    case 'order':
      return orderProblems(question)
    case 'match':
      return matchProblems(question)
    case 'file':
    case 'voice':
      return []
  }
}

/** What a learner sees of it at once. */
const countCharacters = ({ text, options = [], items = [], pairs = [] }: DraftQuestion): number =>
  [text, ...options.map((option) => option.text), ...items, ...pairs.flatMap(Object.values<string>)].reduce(
    (sum, one) => sum + one.trim().length,
    0,
  )

const maxCharactersOf = ({ kind }: DraftQuestion): number =>
  kind === 'order' || kind === 'match' ? maxCharactersTold : maxCharacters

/** What keeps a question from being asked and answered; empty when all is well. */
export const questionProblems = (question: DraftQuestion): QuestionProblem[] => [
  ...(question.text.trim() === '' ? ['questionEmpty' as const] : []),
  ...kindProblems(question),
  ...(countCharacters(question) > maxCharactersOf(question) ? ['questionTooLong' as const] : []),
]
