import { stepStateOf } from '../stepStateOf.ts'
import { isUnlocked } from './isUnlocked.ts'
import { judgeStep, type Judging } from './judgeStep.ts'

/**
 * The locked steps that time alone will open if the learner does nothing more, and when (ISO), the earliest first. Holds until
 * the learner does something, settings of theirs or the release change; steps due already are opened by `unlockSteps`.
 */
export const unlockTimes = (judging: Judging): { stepId: string; opensAt: string }[] => {
  const { newest, state } = judging
  if (state.status === 'invited') return []
  return newest.steps
    .flatMap(({ id }) => {
      if (isUnlocked(state, id) || stepStateOf(state, id) !== null) return []
      const verdict = judgeStep(judging, id)
      if (verdict === null || verdict.isOpen || verdict.opensAt === null) return []
      return [{ stepId: id, opensAt: verdict.opensAt }]
    })
    .sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))
}
