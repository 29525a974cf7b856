import type { Turn } from './turn.ts'

/**
 * The release to keep for the learner's place when something else than their step is shown: the newest one,
 * unless their step is not in it; then the one that still knows what came before and after.
 */
export const placeReleaseId = ({ state, newest }: Turn): string | null =>
  state.stepId === null || newest.steps.some((step) => step.id === state.stepId) ? newest.id : state.releaseId
