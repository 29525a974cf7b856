import { newStepState } from './newStepState.ts'
import { draftsBelow } from './assignment/draftsBelow.ts'
import { stepEffect } from './stepEffect.ts'
import { stepStateOf } from './stepStateOf.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'
import type { Release } from './release.ts'

/** Puts the learner on a step of this release and shows it; the first time, the step is opened. */
export const showStep = (turn: Turn, release: Release, stepId: string): AdvanceResult => {
  const isNew = stepStateOf(turn.state, stepId) === null
  const opened = newStepState(turn.state, stepId, turn.now)
  const state = {
    ...turn.state,
    version: turn.state.version + 1,
    view: 'step' as const,
    releaseId: release.id,
    stepId,
    steps: isNew ? { ...turn.state.steps, [stepId]: opened } : turn.state.steps,
  }
  const fact = { type: 'step_opened' as const, stepId, releaseId: release.id, data: {} }
  const { turn: shown, effects } = draftsBelow(
    { ...turn, state, facts: isNew ? [...turn.facts, fact] : turn.facts },
    { release, stepId },
  )
  return answer(shown, stepEffect(shown, release, stepId), ...effects)
}
