import type { DraftQuestion } from './questionProblems.ts'
import type { QuizQuestion } from './quizTypes.ts'

/** A question of a release as its author wrote it. */
export const draftOf = (question: QuizQuestion): DraftQuestion => {
  switch (question.kind) {
    case 'order':
      return { ...question, items: question.items.map(({ text }) => text) }
    case 'match': {
      const { kind, text, lefts, rights } = question
      const pairs = lefts.map((left) => ({
        left: left.text,
        right: rights.find(({ id }) => id === left.rightId)?.text ?? '',
      }))
      const spare = rights.filter(({ id }) => lefts.every(({ rightId }) => rightId !== id))
      return { kind, text, pairs: [...pairs, ...spare.map((right) => ({ left: '', right: right.text }))] }
    }
    default:
      return question
  }
}
