import { isStepOpen } from '../isStepOpen.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { Turn } from '../turn.ts'
import type { Fact, LearnerState } from '../types.ts'
import { isUnlocked } from './isUnlocked.ts'
import { judgeStep } from './judgeStep.ts'

/** Delays count from here. Learners of before this was noted began when they opened their first step. */
const withEnrolment = (state: LearnerState, now: string): LearnerState => {
  if (state.enrolledAt !== undefined) return state
  const opened = Object.values(state.steps).map(({ openedAt }) => openedAt)
  return { ...state, enrolledAt: opened.toSorted()[0] ?? now }
}

/**
 * Notes which steps with a rule are open to the learner now, by it, or because they were before they had one: whatever
 * becomes of rules, order and clocks later, they stay open.
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
  const hasRules = newest.steps.some(({ unlock }) => unlock !== undefined)
  if (turn.state.status === 'invited' || !hasRules) return turn
  const state = withEnrolment(turn.state, now)
  const isEdited = viewed.id !== newest.id
  const opened = newest.steps.filter(({ id, unlock }) => {
    if (unlock === undefined || stepStateOf(state, id) !== null || isUnlocked(state, id)) return false
    // A rule that an author has put on it since takes away nothing.
    if (isEdited && isStepOpen(viewed, state, id)) return true
    return judgeStep({ newest, state, now, timeZone }, id)?.isOpen
  })
  if (opened.length === 0) return { ...turn, state }
  const unlocked = Object.fromEntries(opened.map(({ id }) => [id, now]))
  const facts = opened.map(({ id }): Fact => {
    return { type: 'step_unlocked', stepId: id, releaseId: newest.id, data: {} }
  })
  return {
    ...turn,
    state: { ...state, unlocked: { ...state.unlocked, ...unlocked } },
    facts: [...turn.facts, ...facts],
  }
}
