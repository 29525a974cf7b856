import { courseProgress } from './courseProgress.ts'
import { isStepDone } from './isStepDone.ts'
import { isStepOpen } from './isStepOpen.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './types.ts'

/** Lists the newest release. Not a view: it leaves the learner and their buttons where they are. */
export const showContents = (turn: Turn): AdvanceResult => {
  const { newest, state } = turn
  const mark = (stepId: string) => {
    if (isStepDone(state, stepId)) return 'done'
    if (stepId === state.stepId) return 'current'
    return isStepOpen(newest, state, stepId) ? 'open' : 'locked'
  }
  return answer(turn, {
    type: 'contents',
    releaseId: newest.id,
    version: state.version,
    progress: courseProgress(newest, state),
    steps: newest.steps.map((step) => ({ stepId: step.id, mark: mark(step.id) })),
  })
}
