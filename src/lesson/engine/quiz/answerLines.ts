import type { GivenAnswer } from './grading/givenAnswer.ts'
import type { QuizQuestion } from './quizTypes.ts'

/** So many right answers to a question that is answered in one's own words are told. */
const maxTold = 5

/** What was answered, in words, a line for each part. */
export const givenLines = (question: QuizQuestion, given: GivenAnswer): string[] => {
  if (given.kind === 'text') return [given.text]
  if (given.kind === 'file') return given.file.name === null ? [] : [given.file.name]
  const { ids } = given
  const textOf = (named: readonly { id: string; text: string }[], wanted: string | undefined) =>
    named.find(({ id }) => id === wanted)?.text ?? '—'
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ id }) => ids.includes(id)).map(({ text }) => text)
    case 'order':
      return ids.map((id, place) => `${place + 1}. ${textOf(question.items, id)}`)
    case 'match':
      return question.lefts.map(({ text }, place) => `${text} — ${textOf(question.rights, ids[place])}`)
    default:
      return []
  }
}

/** What is right, in words; empty where it cannot be said: of patterns, and of what is sent. */
export const rightLines = (question: QuizQuestion): string[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ isCorrect }) => isCorrect).map(({ text }) => text)
    case 'order':
      return givenLines(question, { kind: 'options', ids: question.items.map(({ id }) => id) })
    case 'match':
      return givenLines(question, { kind: 'options', ids: question.lefts.map(({ rightId }) => rightId) })
    case 'text':
      return question.match === 'regex' ? [] : question.answers.slice(0, maxTold)
    case 'number': {
      const { value, tolerance } = question
      if (value === null) return []
      return [tolerance === 0 ? String(value) : `${value} ± ${tolerance}`]
    }
    case 'file':
    case 'voice':
      return []
  }
}
