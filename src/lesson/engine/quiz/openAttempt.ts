import type { Turn } from '../turn.ts'
import type { Quiz, QuizAttempt, Release } from '../types.ts'
import { quizKey } from './quizKey.ts'
import { quizOf } from './quizOf.ts'

/**
 * The attempt under way at a step, with a release in which it can go on; null when there is none, or when
 * the quiz is another one by now.
 */
export const openAttempt = (
  { state, viewed, newest }: Turn,
  stepId: string,
): { attempt: QuizAttempt; release: Release; quiz: Quiz } | null => {
  const { quiz: attempt } = state
  if (attempt === undefined || attempt.stepId !== stepId || attempt.answered >= attempt.total) return null
  for (const release of [viewed, newest]) {
    const quiz = quizOf(release, stepId)
    if (quiz !== null && quizKey(quiz) === attempt.key && attempt.answered < quiz.questions.length)
      return { attempt, release, quiz }
  }
  return null
}
