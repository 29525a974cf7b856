import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { assignmentIntro } from './assignment/assignmentIntro.ts'
import { courseProgress } from './courseProgress.ts'
import { isCompletedByItself } from './isCompletedByItself.ts'
import { isStepDone } from './isStepDone.ts'
import { leadsToEnd } from './leadsToEnd.ts'
import { newStepState } from './newStepState.ts'
import { previousStep } from './previousStep.ts'
import { quizIntro } from './quiz/quizIntro.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { Turn } from './turn.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release } from './release.ts'

/** The learner's state as it is once they have gone on from a step that going on completes. */
const asCompleted = ({ state, now }: Turn, stepId: string): LearnerState => {
  const step = stepStateOf(state, stepId) ?? newStepState(state, stepId, now)
  return { ...state, steps: { ...state.steps, [stepId]: { ...step, completedAt: step.completedAt ?? now } } }
}

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
  const isByItself = isCompletedByItself({ ...releases, state }, stepId)
  const after = { ...turn, ...releases, state: isByItself ? state : asCompleted(turn, stepId) }
  const isBookmarked = state.bookmarks?.includes(stepId)
  return {
    type: 'step',
    releaseId: release.id,
    version: state.version,
    stepId,
    progress: courseProgress(release, state),
    isCompleted,
    hasBack: previousStep(releases, state, stepId) !== null,
    next: leadsToEnd(after, { stepId, isReview: isCompleted }) ? 'finish' : 'next',
    ...(isBookmarked ? { isBookmarked } : {}),
    ...(quiz === null ? {} : { quiz }),
    ...(assignment === null ? {} : { assignment }),
  }
}
