import { quizSettings } from './quizSettings.ts'
import type { Quiz } from './quizTypes.ts'

/** Whether there is something to be seen when an attempt is over that was not shown while it went on. */
export const isReviewed = (quiz: Quiz): boolean => {
  const { showCorrectness, showFeedback, showAnswer } = quizSettings(quiz)
  return [showCorrectness, showFeedback, showAnswer].some(
    (when) => when === 'afterAttempt' || when === 'afterClose',
  )
}
