import { newStepState } from '../newStepState.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import type { Fact } from '../advanceResult.ts'
import type { QuizRecord } from '../learnerState.ts'
import { isLetGo } from './attemptsLeft.ts'
import { percentOf } from './grading/percentOf.ts'
import { scoreOf } from './grading/scoreOf.ts'
import type { OpenAttempt } from './openAttempt.ts'
import { quizSettings } from './quizSettings.ts'
import type { Grading } from './quizTypes.ts'

/** All was answered; the time was over and what was answered counts; or it does not. */
export type AttemptEnd = 'answered' | 'timeUp' | 'discarded'

/** A record of long ago knows the best attempt alone: it stands for all of them. */
const withScore = (record: QuizRecord, percent: number, grading: Grading): QuizRecord => {
  const { finished, best } = record
  const known = best ?? 0
  const scores = {
    finished: finished + 1,
    best: Math.max(known, percent),
    sum: (record.sum ?? known * finished) + percent,
    first: finished === 0 ? percent : (record.first ?? known),
    last: percent,
  }
  const { sum, first } = scores
  return { ...record, ...scores, sum, first, score: scoreOf(scores, grading) }
}

/** Ends an attempt: the learner's record, the facts, and the step's completion. Shows nothing. */
export const closeAttempt = (turn: Turn, asked: OpenAttempt, ended: AttemptEnd) => {
  const { attempt, release, quiz } = asked
  const { stepId, number, right, total, earned = right, outOf = total } = attempt
  const { grading } = quizSettings(quiz)
  const isCounted = ended !== 'discarded'
  const exact = percentOf({ earned, outOf })
  /** Rounded down, so that 100 means all. */
  const percent = isCounted ? Math.floor(exact) : 0
  const isPassed = isCounted && exact >= quiz.passingPercentage
  const step = stepStateOf(turn.state, stepId) ?? newStepState(turn.state, stepId, turn.now)
  const before: QuizRecord = step.quiz ?? { begun: number, finished: 0, best: null }
  const record: QuizRecord = isCounted
    ? { ...withScore(before, percent, grading), ...(isPassed ? { isPassed } : {}) }
    : { ...before, discarded: (before.discarded ?? 0) + 1 }
  const isCompletedNow = step.completedAt === null && (isPassed || isLetGo(quiz, record))
  const about = { stepId, releaseId: release.id }
  const facts: Fact[] = [
    {
      type: 'quiz_finished',
      ...about,
      data: {
        ...{ attempt: number, ended, grading, outOf },
        score: isCounted ? percent : null,
        isPassed: isCounted ? isPassed : null,
      },
    },
    ...(isCompletedNow
      ? [{ type: 'step_completed' as const, ...about, data: { timeSpent: step.timeSpent } }]
      : []),
  ]
  const { open: _open, ...rest } = attempt
  const after = { ...step, completedAt: isCompletedNow ? turn.now : step.completedAt, quiz: record }
  const closed: Turn = {
    ...turn,
    state: {
      ...turn.state,
      quiz: { ...rest, ended },
      steps: { ...turn.state.steps, [stepId]: after },
    },
    facts: [...turn.facts, ...facts],
  }
  return { closed, record, percent, isPassed }
}
