import { planDrip } from './drip/planDrip.ts'
import { listStep } from './listStep.ts'
import { openStepIds } from './openStepIds.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** Lists what the learner has marked and the course still has, in the course's order. Not a view. */
export const showBookmarks = (turn: Turn): AdvanceResult => {
  const { newest, state } = turn
  const marked = newest.steps.filter(
    (step) => state.bookmarks?.includes(step.id) && !isStepHidden(step, state),
  )
  const open = openStepIds(newest, state)
  const plan = planDrip(newest, state, turn.timeZone)
  return answer(turn, {
    type: 'bookmarks',
    releaseId: newest.id,
    version: state.version,
    steps: marked.map(({ id }) => listStep({ ...turn, open, plan }, id)),
  })
}
