import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { isStepDone } from './isStepDone.ts'
import { stepLock } from './rules/stepLock.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { Turn } from './turn.ts'

type ListedStep = Extract<LessonEffect, { type: 'contents' }>['steps'][number]

/**
 * A step of the newest release as lists of steps show it.
 * @param turn with what is the same for all of the list: what is `open`, and the `plan` of the schedule
 */
export const listStep = (
  turn: Turn & { open: ReadonlySet<string>; plan: Map<string, string> },
  stepId: string,
): ListedStep => {
  const { state, open } = turn
  const markOf = () => {
    if (isStepDone(state, stepId)) return 'done'
    if (stepId === state.stepId) return 'current'
    if (stepStateOf(state, stepId)?.assignment?.status === 'pending') return 'waiting'
    return open.has(stepId) ? 'open' : 'locked'
  }
  const mark = markOf()
  const isBookmarked = state.bookmarks?.includes(stepId)
  const lock = mark === 'locked' ? stepLock(turn, stepId) : null
  return {
    stepId,
    mark,
    ...(isBookmarked ? { isBookmarked } : {}),
    ...(lock === null ? {} : { lock }),
  }
}
