import { isStepDone } from '../isStepDone.ts'
import { newStepState } from '../newStepState.ts'
import { showStep } from '../showStep.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import type { QuizAttempt } from '../learnerState.ts'
import { attemptsLeft } from './attemptsLeft.ts'
import { marksOf } from './grading/markOf.ts'
import { isUnderWay } from './isUnderWay.ts'
import { openAttempt } from './openAttempt.ts'
import { questionsAsked } from './questionsAsked.ts'
import { quizKey } from './quizKey.ts'
import { quizOf } from './quizOf.ts'
import { quizSettings } from './quizSettings.ts'
import type { Quiz } from './quizTypes.ts'
import { graceMs, isOverdue } from './secondsLeft.ts'
import { showQuestion } from './showQuestion.ts'
import { endOverdue } from './timeUp.ts'

/** When an attempt that begins now is over; null: when all is answered. */
const dueOf = (quiz: Quiz, now: string): string | null => {
  const { timeLimit } = quizSettings(quiz)
  const begun = Date.parse(now)
  if (timeLimit === 0 || Number.isNaN(begun)) return null
  return new Date(begun + timeLimit * 1000 + graceMs).toISOString()
}

const withTimer = (turn: Turn, about: { stepId: string; attempt: number; dueAt: string }): Turn => ({
  ...turn,
  records: [...turn.records, { type: 'timer', kind: 'quizTime', ...about }],
})

/** Goes on with the attempt under way, else begins one, in the newest state of the quiz. */
export const beginQuiz = (turn: Turn, stepId: string): AdvanceResult => {
  const { state, viewed, newest } = turn
  const open = openAttempt(turn, stepId)
  if (open !== null)
    return isOverdue(open.attempt, turn.now) ? endOverdue(turn, open) : showQuestion(turn, open)
  const isKept = newest.steps.some(({ id }) => id === stepId)
  const release = isKept ? newest : viewed
  const quiz = quizOf(release, stepId)
  // What was a quiz has become something else.
  if (quiz === null)
    return release.steps.some(({ id }) => id === stepId)
      ? showStep(turn, release, stepId)
      : answer(turn, { type: 'toast', key: 'stepGone' })

  const step = stepStateOf(state, stepId) ?? newStepState(state, stepId, turn.now)
  const record = step.quiz ?? { begun: 0, finished: 0, best: null }
  // An attempt that cannot go on in a quiz that has changed costs nothing.
  if (attemptsLeft(quiz, record) === 0) return answer(turn, { type: 'toast', key: 'noAttemptsLeft' })
  const number = record.begun + 1
  const questions = questionsAsked(quiz, { learnerId: turn.learnerId, stepId, attempt: number })
  const dueAt = dueOf(quiz, turn.now)
  const attempt: QuizAttempt = {
    stepId,
    number,
    key: quizKey(quiz),
    total: questions.length,
    answered: 0,
    right: 0,
    earned: 0,
    outOf: questions.reduce((sum, question) => sum + marksOf(question), 0),
    isReview: isStepDone(state, stepId),
    ...(dueAt === null ? {} : { dueAt }),
  }
  const steps = { ...state.steps, [stepId]: { ...step, quiz: { ...record, begun: number } } }
  const last = state.quiz
  const isAbandoned = last?.stepId === stepId && last.answered > 0 && isUnderWay(last)
  const begun: Turn = { ...turn, state: { ...state, steps } }
  return showQuestion(
    dueAt === null ? begun : withTimer(begun, { stepId, attempt: number, dueAt }),
    { attempt, release, quiz, questions },
    ...(isAbandoned ? [{ type: 'notice' as const, key: 'quizChanged' as const }] : []),
  )
}
