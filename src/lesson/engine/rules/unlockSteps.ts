import { isHeldByDrip } from '../drip/isHeldByDrip.ts'
import { openStepIds } from '../openStepIds.ts'
import { hasOpenings } from '../opening/hasOpenings.ts'
import { overrideOf } from '../opening/overrideOf.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import type { Fact } from '../advanceResult.ts'
import type { LearnerState } from '../learnerState.ts'
import { isUnlocked } from './isUnlocked.ts'
import { judgeStep } from './judgeStep.ts'

const isDue = (iso: string, now: string): boolean => Date.parse(iso) <= Date.parse(now)

/**
 * Notes which steps are open to the learner now by their rule and schedule or by a teacher's decision, or because they
 * were before they had one: whatever becomes of rules, order and clocks later, they stay open.
 */
export const unlockSteps = <
  Unlocking extends Pick<Turn, 'viewed' | 'newest' | 'now' | 'timeZone'> & {
    state: LearnerState
    facts: readonly Fact[]
  },
>(
  turn: Unlocking,
): Unlocking => {
  const { viewed, newest, now, timeZone } = turn
  const { state } = turn
  if (state.status === 'invited' || !hasOpenings(newest, state)) return turn
  const wasOpen = viewed.id === newest.id ? null : openStepIds(viewed, state)
  const opened = newest.steps.filter(({ id, unlock }) => {
    if (stepStateOf(state, id) !== null || isUnlocked(state, id)) return false
    const override = overrideOf(state, id)
    if (override !== null) return isDue(override.opensAt, now)
    const isHeld = isHeldByDrip(newest, state, id)
    if (unlock === undefined && !isHeld) return false
    // What an author has put in the way of it since takes away nothing.
    if (wasOpen?.has(id)) return true
    if (isHeld) return false
    return judgeStep({ newest, state, now, timeZone }, id)?.isOpen
  })
  if (opened.length === 0) return turn
  const unlocked = Object.fromEntries(opened.map(({ id }) => [id, now]))
  const facts = opened.map(({ id }): Fact => {
    const data: Fact['data'] = overrideOf(state, id) === null ? {} : { by: 'override' }
    return { type: 'step_unlocked', stepId: id, releaseId: newest.id, data }
  })
  return {
    ...turn,
    state: { ...state, unlocked: { ...state.unlocked, ...unlocked } },
    facts: [...turn.facts, ...facts],
  }
}
