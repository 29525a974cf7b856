import type { LearnerQuestion, LearnerStep } from '../../../contracts/learnerRelease.ts'
import { marksOf } from './grading/markOf.ts'
import { countAsked, inDrawnOrder } from './questionsAsked.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

type LearnerQuiz = Extract<LearnerStep, { stepType: 'quiz' }>['quiz']
type Named = { id: string; text: string }

const named = ({ id, text }: Named): Named => ({ id, text })

/** The author's order is the answer. */
const inNoOrder = (things: readonly Named[]): Named[] => inDrawnOrder(things, ({ id }) => id).map(named)

const toLearnerQuestion = (question: QuizQuestion): LearnerQuestion => {
  const { id, text, media } = question
  const shared = { id, text, media, marks: marksOf(question) }
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const options = question.options.map((option) => ({
        ...named(option),
        ...(option.media === undefined ? {} : { media: option.media }),
      }))
      return { ...shared, kind: question.kind, options }
    }
    case 'text':
    case 'number':
      return { ...shared, kind: question.kind }
    case 'order':
      return { ...shared, kind: question.kind, items: inNoOrder(question.items) }
    case 'match':
      return {
        ...shared,
        kind: question.kind,
        lefts: question.lefts.map(named),
        rights: inNoOrder(question.rights),
      }
    case 'file':
      return { ...shared, kind: question.kind, accepts: question.accepts, maxBytes: question.maxBytes }
    case 'voice':
      return { ...shared, kind: question.kind, maxSeconds: question.maxSeconds }
  }
}

/** The part of a quiz that learners may have. Fields are named one by one, so that a new one stays in. */
export const toLearnerQuiz = (quiz: Quiz): LearnerQuiz => {
  const { maxAttempts, grading, timeLimit, timeUp, negativeMarks } = quizSettings(quiz)
  return {
    questions: quiz.questions.map(toLearnerQuestion),
    passingPercentage: quiz.passingPercentage,
    asked: countAsked(quiz),
    ...{ maxAttempts, grading, timeLimit, timeUp, negativeMarks },
  }
}
