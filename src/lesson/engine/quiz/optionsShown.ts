import type { Quiz, QuizOption, QuizQuestion } from '../types.ts'
import { hashText } from './hashText.ts'

/**
 * The options in the order in which a learner sees them. A shuffled order follows from the ids alone, so that
 * it is the same each time the question is shown in an attempt, and when the answer is graded.
 */
export const optionsShown = (
  quiz: Quiz,
  question: QuizQuestion,
  seed: { learnerId: string; stepId: string; attempt: number },
): QuizOption[] => {
  if (!quiz.isShuffled) return question.options
  const from = `${seed.learnerId} ${seed.stepId} ${seed.attempt} ${question.id}`
  const keyed = question.options.map((option) => ({ option, key: hashText(`${from} ${option.id}`) }))
  return keyed.sort((a, b) => a.key - b.key).map(({ option }) => option)
}
