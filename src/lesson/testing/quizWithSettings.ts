import type { QuizSettings } from '../engine/quiz/quizTypes.ts'
import { buildQuiz, type QuestionDraft } from './buildQuiz.ts'
import { buildRelease } from './buildRelease.ts'
import { QuizTaker } from './quizTaker.ts'
import { uuidOf } from './uuidOf.ts'

const quizStep = uuidOf(1)
const after = uuidOf(2)

/** Questions to which «да» is right. */
const typed = (count: number): QuestionDraft[] =>
  Array.from({ length: count }, () => ({ kind: 'text' as const, answers: ['да'] }))

const releaseOf = (
  questions: QuestionDraft[],
  settings: Partial<QuizSettings>,
  { passingPercentage = 100, isRequired = true, number = 1 } = {},
) => {
  const quiz = buildQuiz(questions, { passingPercentage, settings })
  return buildRelease(number, [{ id: quizStep, stepType: 'quiz', quiz, isRequired }, { id: after }])
}

/** A learner who stands before the first question. */
const inFrontOf = (...given: Parameters<typeof releaseOf>) => {
  const learner = new QuizTaker(releaseOf(...given))
  learner.start()
  learner.tap('begin')
  return learner
}
const recordOf = (learner: QuizTaker) => learner.state.steps[quizStep]?.quiz

/** A course of a quiz, whose settings a test is about, and a text. */
export const quizWithSettings = { quizStep, after, typed, releaseOf, inFrontOf, recordOf }
