import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { courseProgress } from '../courseProgress.ts'
import { leadsToEnd } from '../leadsToEnd.ts'
import { previousStep } from '../previousStep.ts'
import { unlockSteps } from '../rules/unlockSteps.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'
import { attemptsLeft } from './attemptsLeft.ts'
import { closeAttempt, type AttemptEnd } from './closeAttempt.ts'
import { isHeldByQuiz } from './isHeldByQuiz.ts'
import type { OpenAttempt } from './openAttempt.ts'
import { quizSettings } from './quizSettings.ts'
import { canReview } from './reviewQuiz.ts'

/** Counts the attempt, completes the step if that is enough, and shows the result. */
export const finishQuiz = (
  turn: Turn,
  asked: OpenAttempt,
  ended: AttemptEnd,
  ...before: LessonEffect[]
): AdvanceResult => {
  const { attempt, release, quiz } = asked
  const { stepId, right, total } = attempt
  const { closed, record, percent, isPassed } = closeAttempt(turn, asked, ended)
  const state = {
    ...closed.state,
    version: closed.state.version + 1,
    view: 'quizResult' as const,
    releaseId: release.id,
    stepId,
  }
  const shown: Turn = unlockSteps({ ...closed, state })
  const releases = { viewed: release, newest: turn.newest }
  const isEnd = leadsToEnd({ ...shown, ...releases }, { stepId, isReview: attempt.isReview })
  const { passingPercentage } = quiz
  const { bands, grading } = quizSettings(quiz)
  const band = bands.filter(({ from }) => percent >= from).sort((a, b) => b.from - a.from)[0]
  return answer(shown, ...before, {
    type: 'quizResult',
    releaseId: release.id,
    version: shown.state.version,
    stepId,
    ended,
    right,
    total,
    percent,
    isPassed: passingPercentage === 0 || ended === 'discarded' ? null : isPassed,
    best: record.best ?? 0,
    grading,
    score: record.score ?? record.best,
    band: ended === 'discarded' ? null : (band?.text ?? null),
    attemptsLeft: attemptsLeft(quiz, record),
    canReview: canReview({ ...shown, ...releases }, stepId),
    progress: courseProgress(release, shown.state),
    hasBack: previousStep(releases, shown.state, stepId) !== null,
    next: isHeldByQuiz(releases, shown.state, stepId) ? null : isEnd ? 'finish' : 'next',
  })
}
