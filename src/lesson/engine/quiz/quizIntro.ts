import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import { attemptsLeft } from './attemptsLeft.ts'
import { isHeldByQuiz } from './isHeldByQuiz.ts'
import { openAttempt } from './openAttempt.ts'
import { quizOf } from './quizOf.ts'
import { canReview } from './reviewQuiz.ts'
import { secondsLeft } from './secondsLeft.ts'

type Intro = NonNullable<Extract<LessonEffect, { type: 'step' }>['quiz']>

/** What a quiz offers when its step is shown; null for other steps. */
export const quizIntro = (turn: Turn, stepId: string): Intro | null => {
  const viewed = quizOf(turn.viewed, stepId)
  if (viewed === null) return null
  const record = stepStateOf(turn.state, stepId)?.quiz
  const open = openAttempt(turn, stepId)
  const left = attemptsLeft(quizOf(turn.newest, stepId) ?? viewed, record)
  const begin = (record?.finished ?? 0) + (record?.discarded ?? 0) > 0 ? 'again' : 'begin'
  return {
    next: open !== null ? 'continue' : left === 0 ? null : begin,
    best: record?.best ?? null,
    score: record?.score ?? record?.best ?? null,
    attemptsLeft: left,
    secondsLeft: open === null ? null : secondsLeft(open.attempt, turn.now),
    canReview: canReview(turn, stepId),
    canGoOn: !isHeldByQuiz(turn, turn.state, stepId),
  }
}
