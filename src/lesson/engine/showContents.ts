import { courseProgress } from './courseProgress.ts'
import { planDrip } from './drip/planDrip.ts'
import { listStep } from './listStep.ts'
import { openStepIds } from './openStepIds.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { answer, type Turn } from './turn.ts'
import type { AdvanceResult } from './advanceResult.ts'

/** As many steps as one message can list with buttons below. */
const stepsPerPage = 50

/**
 * Lists the newest release, a long one by pages, first the one with the learner's place. Not a view: it leaves the
 * learner and their buttons where they are.
 * @param turnedTo the page that a button asked for
 */
export const showContents = (turn: Turn, turnedTo?: number): AdvanceResult => {
  const { newest, state } = turn
  const steps = newest.steps.filter((step) => !isStepHidden(step, state))
  const count = Math.ceil(steps.length / stepsPerPage)
  const place = Math.max(
    0,
    steps.findIndex(({ id }) => id === state.stepId),
  )
  // A course that was shortened since has no such page any more.
  const number = Math.max(0, Math.min(turnedTo ?? Math.floor(place / stepsPerPage), count - 1))
  const shown = steps.slice(number * stepsPerPage, (number + 1) * stepsPerPage)
  const open = openStepIds(newest, state)
  const plan = planDrip(newest, state, turn.timeZone)
  return answer(turn, {
    type: 'contents',
    releaseId: newest.id,
    version: state.version,
    progress: courseProgress(newest, state),
    steps: shown.map(({ id }) => listStep({ ...turn, open, plan }, id)),
    ...(count > 1 ? { page: { number, count } } : {}),
    ...(turnedTo === undefined ? {} : { isInPlace: true }),
  })
}
