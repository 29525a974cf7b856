import { stepIndex } from './stepIndex.ts'
import type { Release } from './release.ts'

/**
 * Index in `newest` of a step, or, when the step has left the course, of the nearest step that preceded it
 * in the release it was seen in. -1: before the first one.
 */
export const placeInRelease = (newest: Release, viewed: Release, stepId: string): number => {
  const index = stepIndex(newest, stepId)
  if (index >= 0) return index
  for (let before = stepIndex(viewed, stepId) - 1; before >= 0; before -= 1) {
    const survivor = stepIndex(newest, viewed.steps[before]?.id ?? '')
    if (survivor >= 0) return survivor
  }
  return -1
}
