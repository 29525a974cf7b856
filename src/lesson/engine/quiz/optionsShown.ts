import { inDrawnOrder, type AttemptSeed } from './questionsAsked.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

type Shown = { id: string; text: string }

/** What is chosen from: options, items to put in order, what belongs to something else. Empty: the answer is sent. */
const choicesOf = (question: QuizQuestion): readonly Shown[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options
    case 'order':
      return question.items
    case 'match':
      return question.rights
    default:
      return []
  }
}

/**
 * What a learner chooses from, in the order in which they see it. A shuffled order follows from the ids alone, so
 * that it is the same each time the question is shown in an attempt, and when the answer is graded. Items to put in
 * order and what belongs together are always shuffled: else their places would tell the answer.
 */
export const optionsShown = (quiz: Quiz, question: QuizQuestion, seed: AttemptSeed): readonly Shown[] => {
  const choices = choicesOf(question)
  const isChoice = question.kind === 'single' || question.kind === 'multiple'
  if (isChoice && !quiz.isShuffled) return choices
  const from = `${seed.learnerId} ${seed.stepId} ${seed.attempt} ${question.id}`
  return inDrawnOrder(choices, ({ id }) => `${from} ${id}`)
}
