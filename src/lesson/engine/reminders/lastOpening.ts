import { openStepIds } from '../openStepIds.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'

/**
 * When a step was last opened to the learner by time, rule or schedule; '' when none was. What a schedule has released and
 * something else still locks has opened nothing: else one that releases day by day would put off every call.
 */
export const lastOpening = (release: Release, state: LearnerState): string => {
  const { unlocked = {}, drip = {} } = state
  const open = openStepIds(release, state)
  const released = Object.keys(drip).filter((id) => open.has(id))
  return [...Object.values(unlocked), ...released.map((id) => drip[id] ?? '')].toSorted().at(-1) ?? ''
}
