import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { isStepDone } from '../isStepDone.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { AttemptAnswer } from '../learnerState.ts'
import { givenLines, rightLines } from './answerLines.ts'
import { attemptsLeft } from './attemptsLeft.ts'
import { isReviewed } from './isReviewed.ts'
import { isUnderWay } from './isUnderWay.ts'
import { lastAttempt, type OpenAttempt } from './openAttempt.ts'
import { quizSettings } from './quizSettings.ts'
import type { QuizQuestion, Revealing } from './quizTypes.ts'

type Review = Extract<LessonEffect, { type: 'quizReview' }>

const questionsPerPage = 5

/** What may be seen of an attempt that is over; null: nothing, or it is not over, or the quiz is another one. */
const revealed = (turn: Turn, stepId: string) => {
  const last = lastAttempt(turn, stepId)
  if (last === null || isUnderWay(last.attempt) || !isReviewed(last.quiz)) return null
  const { showCorrectness, showFeedback, showAnswer } = quizSettings(last.quiz)
  const record = stepStateOf(turn.state, stepId)?.quiz
  const isClosed = isStepDone(turn.state, stepId) || attemptsLeft(last.quiz, record) === 0
  const isSeen = (when: Revealing) => when !== 'never' && (when !== 'afterClose' || isClosed)
  const seen = { correctness: isSeen(showCorrectness), why: isSeen(showFeedback), right: isSeen(showAnswer) }
  return seen.correctness || seen.why || seen.right ? { last, seen } : null
}

/** Whether the answers of the attempt that is over can be looked through. */
export const canReview = (turn: Turn, stepId: string): boolean => revealed(turn, stepId) !== null

const whyOf = (question: QuizQuestion, ids: readonly string[]): string | null => {
  const ofOptions =
    'options' in question
      ? question.options.filter(({ id }) => ids.includes(id)).map((option) => option.explanation)
      : []
  const texts = [...ofOptions, question.explanation].filter((text) => text !== null)
  return texts.length === 0 ? null : texts.join('\n')
}

const itemOf = (
  question: QuizQuestion,
  given: AttemptAnswer | undefined,
  seen: { correctness: boolean; why: boolean; right: boolean },
): Review['items'][number] => {
  const { ids = [], text, credit = 0 } = given ?? {}
  const right = rightLines(question)
  const lines =
    text === undefined ? givenLines(question, { kind: 'options', ids }) : text === '' ? [] : [text]
  return {
    questionId: question.id,
    isAnswered: given !== undefined,
    credit: seen.correctness ? credit : null,
    given: given === undefined ? [] : lines,
    right: seen.right && right.length > 0 ? right : null,
    explanation: seen.why ? whyOf(question, ids) : null,
  }
}

const pageOf = ({ last, seen }: NonNullable<ReturnType<typeof revealed>>, page: number) => {
  const { attempt, questions }: OpenAttempt = last
  const pages = Math.max(1, Math.ceil(questions.length / questionsPerPage))
  const shown = Math.min(page, pages - 1)
  const from = shown * questionsPerPage
  const items = questions.slice(from, from + questionsPerPage).map((question) =>
    itemOf(
      question,
      attempt.answers?.find(({ questionId }) => questionId === question.id),
      seen,
    ),
  )
  return { page: shown, pages, from, items }
}

/**
 * Shows the answers of the last attempt, some questions at a time.
 * @param page from 1, in place of the page whose button was tapped; 0: the first, as a message of its own
 */
export const reviewQuiz = (turn: Turn, stepId: string, page: number): AdvanceResult => {
  const found = revealed(turn, stepId)
  if (found === null) return answer(turn, { type: 'toast', key: 'nothingToReview' })
  return answer(turn, {
    type: 'quizReview',
    releaseId: found.last.release.id,
    version: turn.state.version,
    stepId,
    ...pageOf(found, Math.max(0, page - 1)),
    isInPlace: page > 0,
  })
}
