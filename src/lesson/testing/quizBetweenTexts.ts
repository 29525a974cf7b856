import type { Quiz } from '../engine/quiz/quizTypes.ts'
import { buildQuiz } from './buildQuiz.ts'
import { buildRelease } from './buildRelease.ts'
import { QuizTaker } from './quizTaker.ts'
import { uuidOf } from './uuidOf.ts'

const before = uuidOf(1)
const quizStep = uuidOf(2)
const after = uuidOf(3)
/** Longer than a poll can show. */
const long = 'Очень длинное пояснение. '.repeat(20)

/** Three questions: a poll, buttons with one right option, buttons with two. */
const mixed = (parts: Partial<Quiz> = {}) =>
  buildQuiz(
    [
      { explanation: 'Потому что' },
      { explanation: long, options: [{}, { explanation: 'Почти' }] },
      { explanation: long, right: [0, 2] },
    ],
    parts,
  )

const releaseOf = (quiz: Quiz, number = 1, isRequired = true) =>
  buildRelease(number, [{ id: before }, { id: quizStep, stepType: 'quiz', quiz, isRequired }, { id: after }])

/** A learner who stands before the first question. */
const inFrontOf = (quiz: Quiz, isRequired = true) => {
  const learner = new QuizTaker(releaseOf(quiz, 1, isRequired))
  learner.start()
  learner.tap('begin')
  learner.tap('next')
  return learner
}

/** A course of a text, a quiz and a text. */
export const quizBetweenTexts = { before, quizStep, after, long, mixed, releaseOf, inFrontOf }
