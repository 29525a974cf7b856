import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, OpenQuestion, Quiz, QuizAttempt, Release } from '../types.ts'
import { optionsShown } from './optionsShown.ts'
import { questionForm } from './questionForm.ts'

type Asked = { attempt: QuizAttempt; release: Release; quiz: Quiz }

/** The question that an attempt has come to; null when all are answered. */
export const questionEffect = (
  turn: Turn,
  { attempt, release, quiz }: Asked,
  isInPlace: boolean,
): Extract<LessonEffect, { type: 'question' }> | null => {
  const question = quiz.questions[attempt.answered]
  if (question === undefined) return null
  const { stepId, number } = attempt
  const options = optionsShown(quiz, question, { learnerId: turn.learnerId, stepId, attempt: number })
  const selected = attempt.open?.selected ?? []
  const placesOf = (isMeant: (option: (typeof options)[number]) => boolean) =>
    options.flatMap((option, place) => (isMeant(option) ? [place] : []))
  const isPoll = questionForm(question).form === 'poll'
  return {
    type: 'question',
    releaseId: release.id,
    version: turn.state.version,
    stepId,
    attempt: number,
    questionId: question.id,
    index: attempt.answered,
    total: quiz.questions.length,
    options: options.map(({ id }) => id),
    selected: placesOf(({ id }) => selected.includes(id)),
    poll: isPoll
      ? { correct: placesOf(({ isCorrect }) => isCorrect), explanation: question.explanation }
      : null,
    isInPlace,
  }
}

/** Asks the question that the attempt has come to, or asks it again. `before`: what is said before it. */
export const showQuestion = (turn: Turn, asked: Asked, ...before: LessonEffect[]): AdvanceResult => {
  const { attempt, release, quiz } = asked
  const question = quiz.questions[attempt.answered]
  if (question === undefined) return answer(turn, ...before)
  const isPoll = questionForm(question).form === 'poll'
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
