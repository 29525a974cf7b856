import type { Quiz } from '../types.ts'
import { hashText } from './hashText.ts'

/** A release never changes, so neither does the key of its quiz. */
const keys = new WeakMap<Quiz, string>()

/** Tells one state of a quiz from another. */
export const quizKey = (quiz: Quiz): string => {
  const known = keys.get(quiz)
  if (known !== undefined) return known
  const parts = quiz.questions.map(({ id, kind, text, options }) => [
    ...[id, kind, text],
    ...options.map((option) => [option.id, option.text, option.isCorrect]),
  ])
  const key = hashText(JSON.stringify([quiz.passingPercentage, quiz.isShuffled, parts])).toString(36)
  keys.set(quiz, key)
  return key
}
