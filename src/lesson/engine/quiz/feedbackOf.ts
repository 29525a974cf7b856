import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { givenLines, rightLines } from './answerLines.ts'
import type { GivenAnswer } from './grading/givenAnswer.ts'
import type { AttemptSeed } from './questionsAsked.ts'
import { optionsShown } from './optionsShown.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz, QuizQuestion } from './quizTypes.ts'

type Feedback = Extract<LessonEffect, { type: 'quizFeedback' }>

/** What is said right after an answer: as much as the quiz tells then. */
export const feedbackOf = (
  { quiz, question, seed }: { quiz: Quiz; question: QuizQuestion; seed: AttemptSeed },
  { given, credit, after }: { given: GivenAnswer; credit: number; after: Feedback['after'] },
): Omit<Feedback, 'type' | 'releaseId' | 'stepId'> => {
  const { showCorrectness, showFeedback, showAnswer } = quizSettings(quiz)
  const isTold = showFeedback === 'during'
  const isAnswerTold = showAnswer === 'during'
  const options =
    question.kind === 'single' || question.kind === 'multiple' ? question.options : ([] as const)
  const shown = options.length === 0 ? [] : optionsShown(quiz, question, seed)
  const chosenIds = given.kind === 'options' ? given.ids : []
  const placesOf = (isMeant: (id: string) => boolean) =>
    shown.flatMap(({ id }, place) => (isMeant(id) ? [place] : []))
  const chosen = placesOf((id) => chosenIds.includes(id))
  const right = rightLines(question)
  return {
    questionId: question.id,
    options: shown.map(({ id }) => id),
    chosen,
    correct:
      isAnswerTold && options.length > 0
        ? placesOf((id) => options.some((option) => option.id === id && option.isCorrect))
        : null,
    given: options.length > 0 ? [] : givenLines(question, given),
    right: isAnswerTold && options.length === 0 && right.length > 0 && credit < 1 ? right : null,
    isCorrect: showCorrectness === 'during' ? credit === 1 : null,
    credit: showCorrectness === 'during' ? credit : null,
    explanation: isTold ? question.explanation : null,
    explanations: !isTold
      ? []
      : chosen.flatMap((option) => {
          const id = shown[option]?.id
          const text = options.find((one) => one.id === id)?.explanation ?? null
          return text === null ? [] : [{ option, text }]
        }),
    after,
  }
}
