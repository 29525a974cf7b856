import { isStepDone } from '../isStepDone.ts'
import { showStep } from '../showStep.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, QuizAttempt } from '../types.ts'
import { openAttempt } from './openAttempt.ts'
import { quizKey } from './quizKey.ts'
import { quizOf } from './quizOf.ts'
import { showQuestion } from './showQuestion.ts'

/** Goes on with the attempt under way, else begins one, in the newest state of the quiz. */
export const beginQuiz = (turn: Turn, stepId: string): AdvanceResult => {
  const { state, viewed, newest } = turn
  const open = openAttempt(turn, stepId)
  if (open !== null) return showQuestion(turn, open)
  const isKept = newest.steps.some(({ id }) => id === stepId)
  const release = isKept ? newest : viewed
  const quiz = quizOf(release, stepId)
  // What was a quiz has become something else.
  if (quiz === null)
    return release.steps.some(({ id }) => id === stepId)
      ? showStep(turn, release, stepId)
      : answer(turn, { type: 'toast', key: 'stepGone' })

  const step = stepStateOf(state, stepId) ?? { openedAt: turn.now, completedAt: null, timeSpent: 0 }
  const record = step.quiz ?? { begun: 0, finished: 0, best: null }
  const number = record.begun + 1
  const attempt: QuizAttempt = {
    stepId,
    number,
    key: quizKey(quiz),
    total: quiz.questions.length,
    answered: 0,
    right: 0,
    isReview: isStepDone(state, stepId),
  }
  const steps = { ...state.steps, [stepId]: { ...step, quiz: { ...record, begun: number } } }
  const isAbandoned =
    state.quiz?.stepId === stepId && state.quiz.answered > 0 && state.quiz.answered < state.quiz.total
  return showQuestion(
    { ...turn, state: { ...state, steps } },
    { attempt, release, quiz },
    ...(isAbandoned ? [{ type: 'notice' as const, key: 'quizChanged' as const }] : []),
  )
}
