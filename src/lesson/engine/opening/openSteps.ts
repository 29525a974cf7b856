import { releaseDrip } from '../drip/releaseDrip.ts'
import { unlockSteps } from '../rules/unlockSteps.ts'
import type { Turn } from '../turn.ts'
import type { Fact } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import { hasOpenings } from './hasOpenings.ts'
import { withEnrolment } from './withEnrolment.ts'

/** Notes all that is open to the learner by now, for ever: by the schedule, by rules, and by what teachers have set. */
export const openSteps = <
  Opening extends Pick<Turn, 'viewed' | 'newest' | 'now' | 'timeZone'> & {
    state: LearnerState
    facts: readonly Fact[]
  },
>(
  turn: Opening,
): Opening => {
  const { newest, state, now } = turn
  if (state.status === 'invited' || !hasOpenings(newest, state)) return turn
  return unlockSteps(releaseDrip({ ...turn, state: withEnrolment(state, now) }))
}
