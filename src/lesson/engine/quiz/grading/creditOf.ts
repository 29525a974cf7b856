import type { QuizQuestion } from '../quizTypes.ts'
import type { GivenAnswer } from './givenAnswer.ts'
import { readNumbers } from './readNumbers.ts'
import { textFits } from './textFits.ts'

/** Decimals as people write them are not exact in a computer. */
const slack = 1e-9

const isNear = (value: number, tolerance: number, number: number): boolean =>
  Math.abs(number - value) <= tolerance + slack * Math.max(1, Math.abs(value))

const shareOf = (parts: readonly boolean[]): number =>
  parts.length === 0 ? 0 : parts.filter(Boolean).length / parts.length

/** How much of an answer is right, 0–1, when parts count. */
const shareRight = (question: QuizQuestion, given: GivenAnswer): number => {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const chosen = new Set(given.kind === 'options' ? given.ids : [])
      const right = question.options.filter(({ isCorrect }) => isCorrect)
      const hits = right.filter(({ id }) => chosen.has(id)).length
      const wrong = question.options.filter(({ id, isCorrect }) => !isCorrect && chosen.has(id)).length
      return right.length === 0 ? 0 : Math.max(0, hits - wrong) / right.length
    }
    case 'order': {
      const ids = given.kind === 'options' ? given.ids : []
      return shareOf(question.items.map(({ id }, place) => ids[place] === id))
    }
    case 'match': {
      const ids = given.kind === 'options' ? given.ids : []
      return shareOf(question.lefts.map(({ rightId }, place) => ids[place] === rightId))
    }
    case 'text':
      return given.kind === 'text' && textFits(question, given.text) ? 1 : 0
    case 'number': {
      const { value, tolerance } = question
      const numbers = given.kind === 'text' ? readNumbers(given.text) : []
      return value !== null && numbers.some((number) => isNear(value, tolerance, number)) ? 1 : 0
    }
    case 'file':
    case 'voice':
      return given.kind === 'file' ? 1 : 0
  }
}

/** What an answer is worth, 0–1. Where parts do not count it is worth all or nothing. */
export const creditOf = (question: QuizQuestion, given: GivenAnswer, hasPartialCredit: boolean): number => {
  const share = shareRight(question, given)
  return hasPartialCredit || share === 1 ? share : 0
}
