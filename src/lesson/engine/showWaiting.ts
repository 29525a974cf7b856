import { courseProgress } from './courseProgress.ts'
import { placeReleaseId } from './placeReleaseId.ts'
import { stepLock } from './rules/stepLock.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** There is nothing to go on with until this step opens: says why, and when it will. The learner's place stays. */
export const showWaiting = (turn: Turn, stepId: string): AdvanceResult => {
  const { newest } = turn
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'waiting' as const,
    releaseId: placeReleaseId(turn),
  }
  const lock = stepLock(turn, stepId)
  const hasPlace = newest.steps.some(({ id }) => id === state.stepId)
  return answer(
    { ...turn, state },
    {
      type: 'waiting',
      releaseId: newest.id,
      version: state.version,
      stepId,
      backTo: hasPlace ? state.stepId : null,
      progress: courseProgress(newest, state),
      ...(lock === null ? {} : { lock }),
    },
  )
}
