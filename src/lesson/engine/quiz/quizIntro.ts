import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import { isHeldByQuiz } from './isHeldByQuiz.ts'
import { openAttempt } from './openAttempt.ts'
import { quizOf } from './quizOf.ts'

type Intro = NonNullable<Extract<LessonEffect, { type: 'step' }>['quiz']>

/** What a quiz offers when its step is shown; null for other steps. */
export const quizIntro = (turn: Turn, stepId: string): Intro | null => {
  if (quizOf(turn.viewed, stepId) === null) return null
  const record = stepStateOf(turn.state, stepId)?.quiz
  const isUnderWay = openAttempt(turn, stepId) !== null
  return {
    next: isUnderWay ? 'continue' : (record?.finished ?? 0) > 0 ? 'again' : 'begin',
    best: record?.best ?? null,
    canGoOn: !isHeldByQuiz(turn, turn.state, stepId),
  }
}
