import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { stepEffect } from './stepEffect.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** Also as many as one message can list with buttons below. */
const maxBookmarks = 50

/** The buttons of the view that the learner has, if it is this step's. */
const buttonsNow = (turn: Turn, stepId: string, version: number): LessonEffect[] => {
  const { state, viewed } = turn
  const isShown = state.view === 'step' && state.stepId === stepId && state.version === version
  if (!isShown || viewed.id !== state.releaseId) return []
  const { progress: _progress, isCompleted: _isCompleted, ...buttons } = stepEffect(turn, viewed, stepId)
  return [{ ...buttons, type: 'stepButtons' }]
}

/** Marks a step to come back to, or takes the mark away. Buttons of older views do the same for their steps. */
export const bookmarkStep = (
  turn: Turn,
  { action, stepId, version }: { action: 'bookmark' | 'unbookmark'; stepId: string; version: number },
): AdvanceResult => {
  const { state, newest, viewed } = turn
  const marked = state.bookmarks ?? []
  const isMarked = marked.includes(stepId)
  const isKnown = [newest, viewed].some(({ steps }) => steps.some(({ id }) => id === stepId))
  if (action === 'bookmark' && !isKnown) return answer(turn, { type: 'toast', key: 'stepGone' })
  // What has left the course is in no list, and takes nobody's place.
  const kept = marked.filter((id) => newest.steps.some((step) => step.id === id))
  if (action === 'bookmark' && !isMarked && kept.length >= maxBookmarks)
    return answer(turn, { type: 'toast', key: 'bookmarksFull' })
  const bookmarks =
    action === 'bookmark'
      ? [...kept.filter((id) => id !== stepId), stepId]
      : marked.filter((id) => id !== stepId)
  const isChanged = isMarked !== (action === 'bookmark')
  const after: Turn = isChanged ? { ...turn, state: { ...state, bookmarks } } : turn
  return answer(
    after,
    { type: 'toast', key: action === 'bookmark' ? 'bookmarked' : 'unbookmarked' },
    ...buttonsNow(after, stepId, version),
  )
}
