import { courseProgress } from './courseProgress.ts'
import { nameFor } from './nameFor.ts'
import { placeReleaseId } from './placeReleaseId.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** Congratulates. Whoever is here has finished, for ever, unless they begin anew. */
export const showCompletion = (turn: Turn): AdvanceResult => {
  const isFirst = turn.state.status !== 'completed'
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'completion' as const,
    releaseId: placeReleaseId(turn),
    status: 'completed' as const,
    completedAt: turn.state.completedAt ?? turn.now,
  }
  const fact = { type: 'course_completed' as const, stepId: null, releaseId: turn.newest.id, data: {} }
  return answer(
    { ...turn, state, facts: isFirst ? [...turn.facts, fact] : turn.facts },
    {
      type: 'completion',
      releaseId: turn.newest.id,
      version: state.version,
      progress: courseProgress(turn.newest, state),
      ...nameFor(turn, 'completion'),
    },
  )
}
