import { stepIndex } from '../stepIndex.ts'
import type { AssignmentStep, Release } from '../release.ts'

/** The step of a release if something is to be handed in there, else null. */
export const assignmentOf = (release: Release, stepId: string): AssignmentStep | null => {
  const step = release.steps[stepIndex(release, stepId)]
  return step?.stepType === 'assignment' ? step : null
}
