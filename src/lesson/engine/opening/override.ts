import { isStepOpen } from '../isStepOpen.ts'
import type { SystemEvent } from '../systemEvent.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult, Fact } from '../advanceResult.ts'

/**
 * A teacher sets when a step opens to this learner, or gives it back to rules and schedule. What is open stays so. Steps
 * that the time has come for open as this turn ends.
 */
export const override = (turn: Turn, event: Extract<SystemEvent, { type: 'override' }>): AdvanceResult => {
  const { newest, state } = turn
  const { stepId, opensAt, by } = event
  const isThere = newest.steps.some(({ id }) => id === stepId)
  if (!isThere || isStepOpen(newest, state, stepId)) return answer(turn)
  const { [stepId]: _before, ...others } = state.overrides ?? {}
  const overrides = opensAt === null ? others : { ...others, [stepId]: { opensAt } }
  const fact: Fact = { type: 'override', stepId, releaseId: newest.id, data: { opensAt, by } }
  return answer({ ...turn, state: { ...state, overrides }, facts: [...turn.facts, fact] })
}
