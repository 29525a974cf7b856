import { hashText } from './hashText.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

/** A release never changes, so neither does the key of its quiz. */
const keys = new WeakMap<Quiz, string>()

const partsOf = ({ id, kind, text, marks, ...question }: QuizQuestion): unknown[] => {
  const worth = marks === undefined ? [] : [{ marks }]
  if ('options' in question)
    return [
      ...[id, kind, text],
      ...question.options.map((option) => [option.id, option.text, option.isCorrect]),
      ...worth,
    ]
  const { media: _media, explanation: _explanation, ...asked } = question
  return [id, kind, text, asked, ...worth]
}

/** Of the settings those that an attempt hangs on while it is under way. */
const rulesOf = ({ settings = {} }: Quiz): unknown[] => {
  const { pickCount, areQuestionsShuffled, timeLimit, negativeMarks, hasPartialCredit } = settings
  const rules = { pickCount, areQuestionsShuffled, timeLimit, negativeMarks, hasPartialCredit }
  return Object.values(rules).every((rule) => rule === undefined) ? [] : [rules]
}

/** Tells one state of a quiz from another. */
export const quizKey = (quiz: Quiz): string => {
  const known = keys.get(quiz)
  if (known !== undefined) return known
  const parts = quiz.questions.map(partsOf)
  const asked = [quiz.passingPercentage, quiz.isShuffled, parts, ...rulesOf(quiz)]
  const key = hashText(JSON.stringify(asked)).toString(36)
  keys.set(quiz, key)
  return key
}
