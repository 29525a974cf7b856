import type { AttemptAnswer, QuizAttempt } from '../learnerState.ts'
import type { GivenAnswer } from './grading/givenAnswer.ts'
import { isReviewed } from './isReviewed.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

/** What an attempt remembers of an answer: something only where the answers are looked through afterwards. */
export const keptAnswer = (
  { answers = [] }: QuizAttempt,
  quiz: Quiz,
  { question, given, credit }: { question: QuizQuestion; given: GivenAnswer; credit: number },
): { answers?: AttemptAnswer[] } => {
  if (!isReviewed(quiz)) return {}
  const about = { questionId: question.id, credit }
  switch (given.kind) {
    case 'options':
      return { answers: [...answers, { ...about, ids: given.ids }] }
    case 'text':
      return { answers: [...answers, { ...about, text: given.text }] }
    case 'file':
      return { answers: [...answers, { ...about, text: given.file.name ?? '' }] }
  }
}
