import { nameFor } from './nameFor.ts'
import { placeReleaseId } from './placeReleaseId.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** A rating is shared by all learners and comes from outside: never let it break a view. */
const shownRating = (rating: number | null) =>
  rating === null || !Number.isFinite(rating) ? null : Math.min(5, Math.max(0, rating))

/** Greets, and offers to start, to go on, or to look again. The learner's place stays. */
export const showWelcome = (turn: Turn): AdvanceResult => {
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'welcome' as const,
    releaseId: placeReleaseId(turn),
  }
  const next = state.status === 'completed' ? 'review' : state.stepId === null ? 'begin' : 'resume'
  return answer(
    { ...turn, state },
    {
      type: 'welcome',
      releaseId: turn.newest.id,
      version: state.version,
      rating: shownRating(turn.rating),
      next,
      ...nameFor(turn, 'welcome'),
    },
  )
}
