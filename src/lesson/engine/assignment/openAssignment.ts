import type { Turn } from '../turn.ts'
import type { AssignmentStep, Release } from '../release.ts'
import { assignmentOf } from './assignmentOf.ts'

/** The assignment that the learner looks at, as they see it; in the newest release when it is gone from theirs. */
export const openAssignment = ({
  state,
  viewed,
  newest,
}: Turn): { step: AssignmentStep; release: Release } | null => {
  const { stepId, view } = state
  if (stepId === null || (view !== 'step' && view !== 'submitted')) return null
  for (const release of [viewed, newest]) {
    const step = assignmentOf(release, stepId)
    if (step !== null) return { step, release }
  }
  return null
}
