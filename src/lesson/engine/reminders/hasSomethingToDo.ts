import { isStepDone } from '../isStepDone.ts'
import { openStepIds } from '../openStepIds.ts'
import { awaitedStep } from '../rules/awaitedStep.ts'
import { isStepHidden } from '../rules/isStepHidden.ts'
import { stepStateOf } from '../stepStateOf.ts'
import type { LearnerState } from '../learnerState.ts'
import type { Release } from '../release.ts'

/**
 * Whether a learner could go on if they came back: a step is open that is not done and does not wait for its review, or
 * nothing is left but the end. Who waits for others, or for a date, is not to be called.
 */
export const hasSomethingToDo = (release: Release, state: LearnerState): boolean => {
  const undone = release.steps.filter(({ id }) => !isStepDone(state, id))
  const open = openStepIds(release, state)
  const isPending = (id: string) => stepStateOf(state, id)?.assignment?.status === 'pending'
  return (
    undone.some(({ id }) => open.has(id) && !isPending(id)) ||
    (undone.every((step) => !step.isRequired || isStepHidden(step, state)) &&
      awaitedStep(release, state, open) === null)
  )
}
