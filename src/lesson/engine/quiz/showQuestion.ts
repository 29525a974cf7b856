import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { OpenQuestion } from '../learnerState.ts'
import type { OpenAttempt } from './openAttempt.ts'
import { optionsShown } from './optionsShown.ts'
import { questionForm } from './questionForm.ts'
import type { QuizQuestion } from './quizTypes.ts'
import { secondsLeft } from './secondsLeft.ts'

type Poll = Extract<LessonEffect, { type: 'question' }>['poll']

/** Telegram closes polls by itself after 5 seconds to 30 days and 10 hours. */
const pollPeriod = { min: 5, max: 2_628_000 }

const pollOf = (
  question: QuizQuestion,
  placesOf: (isMeant: (id: string) => boolean) => number[],
  left: number | null,
): Poll => {
  if (!('options' in question)) return null
  const right = new Set(question.options.flatMap(({ id, isCorrect }) => (isCorrect ? [id] : [])))
  const isClosing = left !== null && left >= pollPeriod.min && left <= pollPeriod.max
  return {
    correct: placesOf((id) => right.has(id)),
    explanation: question.explanation,
    closesIn: isClosing ? left : null,
  }
}

/** The question that an attempt has come to; null when all are answered. */
export const questionEffect = (
  turn: Turn,
  { attempt, release, quiz, questions }: OpenAttempt,
  isInPlace: boolean,
): Extract<LessonEffect, { type: 'question' }> | null => {
  const question = questions[attempt.answered]
  if (question === undefined) return null
  const { stepId, number } = attempt
  const options = optionsShown(quiz, question, { learnerId: turn.learnerId, stepId, attempt: number })
  const selected = attempt.open?.selected ?? []
  const placesOf = (isMeant: (id: string) => boolean) =>
    options.flatMap(({ id }, place) => (isMeant(id) ? [place] : []))
  const isPoll = questionForm(question, quiz).form === 'poll'
  const left = secondsLeft(attempt, turn.now)
  return {
    type: 'question',
    releaseId: release.id,
    version: turn.state.version,
    stepId,
    attempt: number,
    questionId: question.id,
    index: attempt.answered,
    total: questions.length,
    options: options.map(({ id }) => id),
    selected:
      'options' in question
        ? placesOf((id) => selected.includes(id))
        : selected.flatMap((chosen) => placesOf((id) => id === chosen)),
    poll: isPoll ? pollOf(question, placesOf, left) : null,
    secondsLeft: left,
    isInPlace,
  }
}

/** Asks the question that the attempt has come to, or asks it again. `before`: what is said before it. */
export const showQuestion = (turn: Turn, asked: OpenAttempt, ...before: LessonEffect[]): AdvanceResult => {
  const { attempt, release, quiz, questions } = asked
  const question = questions[attempt.answered]
  if (question === undefined) return answer(turn, ...before)
  const isPoll = questionForm(question, quiz).form === 'poll'
  const known = attempt.open?.questionId === question.id ? attempt.open : null
  const open: OpenQuestion = {
    questionId: question.id,
    selected: known?.selected ?? [],
    polls: known?.polls ?? [],
    pollsAwaited: (known?.pollsAwaited ?? 0) + (isPoll ? 1 : 0),
  }
  const asking = { ...attempt, open }
  const shown: Turn = {
    ...turn,
    state: {
      ...turn.state,
      version: turn.state.version + 1,
      view: 'question',
      releaseId: release.id,
      stepId: attempt.stepId,
      quiz: asking,
    },
  }
  const effect = questionEffect(shown, { ...asked, attempt: asking }, false)
  return answer(shown, ...before, ...(effect === null ? [] : [effect]))
}
