import type { Turn } from '../turn.ts'
import type { QuizAttempt } from '../learnerState.ts'
import type { Release } from '../release.ts'
import { isUnderWay } from './isUnderWay.ts'
import { questionsAsked } from './questionsAsked.ts'
import { quizKey } from './quizKey.ts'
import { quizOf } from './quizOf.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

/** An attempt, and a release in which it can go on. */
export type OpenAttempt = {
  attempt: QuizAttempt
  release: Release
  quiz: Quiz
  /** Those of the attempt, in their order. */
  questions: QuizQuestion[]
}

/** The attempt that a learner has made last at a step, with the quiz as it was; null when there is none. */
export const lastAttempt = (
  { state, viewed, newest, learnerId }: Turn,
  stepId: string,
): OpenAttempt | null => {
  const { quiz: attempt } = state
  if (attempt === undefined || attempt.stepId !== stepId) return null
  for (const release of [viewed, newest]) {
    const quiz = quizOf(release, stepId)
    if (quiz === null || quizKey(quiz) !== attempt.key) continue
    const questions = questionsAsked(quiz, { learnerId, stepId, attempt: attempt.number })
    return { attempt, release, quiz, questions }
  }
  return null
}

/**
 * The attempt under way at a step, with a release in which it can go on; null when there is none, or when
 * the quiz is another one by now.
 */
export const openAttempt = (turn: Turn, stepId: string): OpenAttempt | null => {
  const last = lastAttempt(turn, stepId)
  if (last === null || !isUnderWay(last.attempt)) return null
  return last.attempt.answered < last.questions.length ? last : null
}
