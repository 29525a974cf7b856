import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { courseProgress } from '../courseProgress.ts'
import { nextStep } from '../nextStep.ts'
import { previousStep } from '../previousStep.ts'
import { stepStateOf } from '../stepStateOf.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, Fact, Quiz, QuizAttempt, Release } from '../types.ts'
import { isHeldByQuiz } from './isHeldByQuiz.ts'

/** Rounded down, so that 100 means all. */
const percentOf = ({ right, total }: QuizAttempt): number =>
  total === 0 ? 100 : Math.floor((right * 100) / total)

/** Counts the attempt, completes the step if that is enough, and shows the result. */
export const finishQuiz = (
  turn: Turn,
  { attempt, release, quiz }: { attempt: QuizAttempt; release: Release; quiz: Quiz },
  ...before: LessonEffect[]
): AdvanceResult => {
  const { stepId, right, total } = attempt
  const percent = percentOf(attempt)
  const isPassed = right * 100 >= quiz.passingPercentage * total
  const step = stepStateOf(turn.state, stepId) ?? { openedAt: turn.now, completedAt: null, timeSpent: 0 }
  const { begun, finished, best } = step.quiz ?? { begun: attempt.number, finished: 0, best: null }
  const isCompletedNow = isPassed && step.completedAt === null
  const record = { begun, finished: finished + 1, best: Math.max(best ?? 0, percent) }
  const after = { ...step, completedAt: isCompletedNow ? turn.now : step.completedAt, quiz: record }
  const completed: Fact = {
    type: 'step_completed',
    stepId,
    releaseId: release.id,
    data: { timeSpent: step.timeSpent },
  }
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'quizResult' as const,
    releaseId: release.id,
    stepId,
    steps: { ...turn.state.steps, [stepId]: after },
  }
  const shown: Turn = { ...turn, state, facts: isCompletedNow ? [...turn.facts, completed] : turn.facts }
  const releases = { viewed: release, newest: turn.newest }
  const following = nextStep(releases, state, { stepId, isReview: attempt.isReview })
  return answer(shown, ...before, {
    type: 'quizResult',
    releaseId: release.id,
    version: state.version,
    stepId,
    right,
    total,
    percent,
    isPassed: quiz.passingPercentage === 0 ? null : isPassed,
    best: record.best,
    progress: courseProgress(release, state),
    hasBack: previousStep(releases, state, stepId) !== null,
    next: isHeldByQuiz(releases, state, stepId) ? null : following === null ? 'finish' : 'next',
  })
}
