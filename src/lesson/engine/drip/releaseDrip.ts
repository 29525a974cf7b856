import type { Turn } from '../turn.ts'
import type { Fact } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import { dripReleases } from './dripReleases.ts'
import { nextDrip } from './nextDrip.ts'

/**
 * Notes which steps their schedule has released by now, at the moment at which it was to: what is chained to them counts
 * from there, however late this is. Whatever becomes of schedule, zone and order later, they stay released.
 */
export const releaseDrip = <
  Releasing extends Pick<Turn, 'newest' | 'now' | 'timeZone'> & {
    state: LearnerState
    facts: readonly Fact[]
  },
>(
  turn: Releasing,
): Releasing => {
  const { newest, now, timeZone } = turn
  if (turn.state.status === 'invited' || dripReleases(newest).length === 0) return turn
  const facts: Fact[] = []
  let state: LearnerState = { drip: {}, ...turn.state }
  for (
    let next = nextDrip(newest, state, timeZone);
    next !== null;
    next = nextDrip(newest, state, timeZone)
  ) {
    const { part, at } = next
    if (Date.parse(at) > Date.parse(now)) break
    const released = part.stepIds.map((id) => [id, state.drip?.[id] ?? at])
    state = { ...state, drip: { ...state.drip, ...Object.fromEntries(released) } }
    const data = { by: 'drip', dueAt: at }
    facts.push({ type: 'step_unlocked', stepId: part.stepId, releaseId: newest.id, data })
  }
  if (facts.length === 0 && turn.state.drip !== undefined) return turn
  return { ...turn, state, facts: [...turn.facts, ...facts] }
}
