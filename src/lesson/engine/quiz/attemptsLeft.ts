import type { QuizRecord } from '../learnerState.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz } from './quizTypes.ts'

/** How often a quiz may still be tried; null: as often as one likes. An attempt that its author's changes ended is none. */
export const attemptsLeft = (quiz: Quiz, record: QuizRecord | undefined): number | null => {
  const { maxAttempts } = quizSettings(quiz)
  if (maxAttempts === 0) return null
  return Math.max(0, maxAttempts - (record?.finished ?? 0) - (record?.discarded ?? 0))
}

/**
 * Whether whoever has used all attempts goes on nevertheless: because the author lets them, or because they have
 * passed before they began the course anew.
 */
export const isLetGo = (quiz: Quiz, record: QuizRecord | undefined): boolean =>
  attemptsLeft(quiz, record) === 0 &&
  (quizSettings(quiz).whenFailed === 'continue' || record?.isPassed === true)
