import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { assignmentIntro } from './assignment/assignmentIntro.ts'
import { courseProgress } from './courseProgress.ts'
import { isStepDone } from './isStepDone.ts'
import { nextStep } from './nextStep.ts'
import { previousStep } from './previousStep.ts'
import { quizIntro } from './quiz/quizIntro.ts'
import type { Turn } from './turn.ts'
import type { Release } from './types.ts'

/** A step of this release as the learner's state lets it be shown. */
export const stepEffect = (
  turn: Turn,
  release: Release,
  stepId: string,
): Extract<LessonEffect, { type: 'step' }> => {
  const { state } = turn
  const isCompleted = isStepDone(state, stepId)
  const releases = { viewed: release, newest: turn.newest }
  const quiz = quizIntro({ ...turn, ...releases }, stepId)
  const assignment = assignmentIntro({ ...turn, ...releases }, stepId)
  const isBookmarked = state.bookmarks?.includes(stepId)
  return {
    type: 'step',
    releaseId: release.id,
    version: state.version,
    stepId,
    progress: courseProgress(release, state),
    isCompleted,
    hasBack: previousStep(releases, state, stepId) !== null,
    next: nextStep(releases, state, { stepId, isReview: isCompleted }) === null ? 'finish' : 'next',
    ...(isBookmarked ? { isBookmarked } : {}),
    ...(quiz === null ? {} : { quiz }),
    ...(assignment === null ? {} : { assignment }),
  }
}
