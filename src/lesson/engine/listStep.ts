import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { isStepDone } from './isStepDone.ts'
import { isStepOpen } from './isStepOpen.ts'
import type { LearnerState, Release } from './types.ts'

type ListedStep = Extract<LessonEffect, { type: 'contents' }>['steps'][number]

/** A step as lists of steps show it. */
export const listStep = (release: Release, state: LearnerState, stepId: string): ListedStep => {
  const mark = () => {
    if (isStepDone(state, stepId)) return 'done'
    if (stepId === state.stepId) return 'current'
    return isStepOpen(release, state, stepId) ? 'open' : 'locked'
  }
  const isBookmarked = state.bookmarks?.includes(stepId)
  return { stepId, mark: mark(), ...(isBookmarked ? { isBookmarked } : {}) }
}
