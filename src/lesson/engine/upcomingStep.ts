import { isStepDone } from './isStepDone.ts'
import { nextStep } from './nextStep.ts'
import type { Turn } from './turn.ts'
import type { ReleaseStep } from './release.ts'

/**
 * Where the learner would go on: the step that they are at, or the one that follows what they have done; null: nothing is
 * left, or nothing is open yet.
 */
export const upcomingStep = ({
  viewed,
  newest,
  state,
}: Pick<Turn, 'viewed' | 'newest' | 'state'>): ReleaseStep | null => {
  const { stepId } = state
  const here = newest.steps.find(({ id }) => id === stepId)
  if (here !== undefined && !isStepDone(state, here.id)) return here
  return nextStep({ viewed, newest }, state, { stepId: stepId ?? '', isReview: false })
}
