import type { Turn } from './turn.ts'

/**
 * The release to keep for the learner's place when something else than their step is shown: the newest one,
 * unless their step is not in it; then the one that still knows what came before and after. A question that is
 * open is answered in the release in which it was asked.
 */
export const placeReleaseId = ({ state, newest }: Turn): string | null => {
  const isKept = state.stepId === null || newest.steps.some((step) => step.id === state.stepId)
  const isAsked = state.quiz?.open !== undefined && state.quiz.stepId === state.stepId
  return isKept && !isAsked ? newest.id : state.releaseId
}
