import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { isStepDone } from './isStepDone.ts'
import { isStepOpen } from './isStepOpen.ts'
import { stepLock } from './rules/stepLock.ts'
import type { Turn } from './turn.ts'

type ListedStep = Extract<LessonEffect, { type: 'contents' }>['steps'][number]

/**
 * A step of the newest release as lists of steps show it.
 * @param turn with the `plan` of the schedule, which is the same for all of the list
 */
export const listStep = (turn: Turn & { plan: Map<string, string> }, stepId: string): ListedStep => {
  const { newest, state } = turn
  const mark = () => {
    if (isStepDone(state, stepId)) return 'done'
    if (stepId === state.stepId) return 'current'
    return isStepOpen(newest, state, stepId) ? 'open' : 'locked'
  }
  const isBookmarked = state.bookmarks?.includes(stepId)
  const lock = mark() === 'locked' ? stepLock(turn, stepId) : null
  return {
    stepId,
    mark: mark(),
    ...(isBookmarked ? { isBookmarked } : {}),
    ...(lock === null ? {} : { lock }),
  }
}
