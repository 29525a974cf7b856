import { courseProgress } from './courseProgress.ts'
import { sectionProgress } from './sectionProgress.ts'
import { currentStreak } from './streak/currentStreak.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** Where the learner stands in the newest release. Not a view. */
export const showProgress = (turn: Turn): AdvanceResult => {
  const { newest, state } = turn
  const { days: streak } = currentStreak(turn)
  const sections = sectionProgress(newest, state)
  return answer(turn, {
    type: 'progress',
    releaseId: newest.id,
    version: state.version,
    progress: courseProgress(newest, state),
    currentStepId: newest.steps.some((step) => step.id === state.stepId) ? state.stepId : null,
    isCompleted: state.status === 'completed',
    ...(streak > 0 && { streak }),
    ...(sections.length > 0 ? { sections } : {}),
  })
}
