import type { QuizQuestion } from '../../../src/lesson/engine/quiz/quizTypes.ts'

const same = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
const lower = (text: string) => same(text).toLocaleLowerCase('en')

const isWritten = (question: Extract<QuizQuestion, { kind: 'text' }>, written: string): boolean => {
  switch (question.match) {
    case 'exact':
      return question.answers.some((answer) => same(answer) === same(written))
    case 'caseInsensitive':
      return question.answers.some((answer) => lower(answer) === lower(written))
    case 'contains':
      return question.answers.some((answer) => lower(written).includes(lower(answer)))
    case 'regex':
      return question.answers.some((answer) =>
        new RegExp(`^(?:${answer.replace('(?i)', '')})$`, answer.startsWith('(?i)') ? 'i' : '').test(
          same(written),
        ),
      )
  }
}

const shareOf = (all: readonly string[], given: readonly string[]) =>
  all.filter((one, place) => given[place] === one).length / Math.max(1, all.length)

/** How much of an answer is right, 0–1, as its fact tells what was answered. */
const shareRight = (question: QuizQuestion, data: Record<string, unknown>): number => {
  const options = Array.isArray(data.options) ? (data.options as string[]) : []
  const written = typeof data.text === 'string' ? data.text : ''
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const right = new Set(question.options.filter(({ isCorrect }) => isCorrect).map(({ id }) => id))
      const chosen = [...new Set(options)]
      const hits = chosen.filter((id) => right.has(id)).length
      return Math.max(0, hits - (chosen.length - hits)) / right.size
    }
    case 'order':
      return shareOf(
        question.items.map(({ id }) => id),
        options,
      )
    case 'match':
      return shareOf(
        question.lefts.map(({ rightId }) => rightId),
        options,
      )
    case 'text':
      return isWritten(question, written) ? 1 : 0
    case 'number': {
      const number = Number(written.replace(',', '.'))
      const { value, tolerance } = question
      return value !== null && Math.abs(number - value) <= tolerance + 1e-9 ? 1 : 0
    }
    case 'file':
    case 'voice':
      return typeof data.fileId === 'string' ? 1 : 0
  }
}

/** What an answer is worth: a part only where parts count. */
export const creditOf = (
  question: QuizQuestion,
  data: Record<string, unknown>,
  countsParts: boolean,
): number => {
  const share = shareRight(question, data)
  return share === 1 || countsParts ? share : 0
}
