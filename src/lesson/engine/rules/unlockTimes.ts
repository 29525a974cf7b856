import { stepStateOf } from '../stepStateOf.ts'
import type { Release, ReleaseStep } from '../release.ts'
import { conditionsIn } from './conditionsIn.ts'
import { isUnlocked } from './isUnlocked.ts'
import { judgeStep, type Judging } from './judgeStep.ts'

const isOfTime = ({ unlock }: ReleaseStep): boolean =>
  unlock !== undefined && conditionsIn(unlock).some(({ kind }) => kind === 'date' || kind === 'delay')

/** Releases never change, so each is looked through once. */
const timed = new WeakMap<Release, ReleaseStep[]>()

/** Steps to whose rules time makes a difference. */
const timedSteps = (release: Release): ReleaseStep[] => {
  const known = timed.get(release) ?? release.steps.filter(isOfTime)
  timed.set(release, known)
  return known
}

/**
 * The locked steps that time alone will open if the learner does nothing more, and when (ISO), the earliest first. Holds until
 * the learner does something, settings of theirs or the release change; steps due already are opened by `unlockSteps`.
 */
export const unlockTimes = (judging: Judging): { stepId: string; opensAt: string }[] => {
  const { newest, state } = judging
  if (state.status === 'invited') return []
  return timedSteps(newest)
    .flatMap(({ id }) => {
      if (isUnlocked(state, id) || stepStateOf(state, id) !== null) return []
      const verdict = judgeStep(judging, id)
      if (verdict === null || verdict.isOpen || verdict.opensAt === null) return []
      return [{ stepId: id, opensAt: verdict.opensAt }]
    })
    .sort((a, b) => Date.parse(a.opensAt) - Date.parse(b.opensAt))
}
