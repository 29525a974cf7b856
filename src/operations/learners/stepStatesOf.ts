import { nowIso } from '../../clock.ts'
import type { LearnerStepState } from '../../contracts/learnerSteps.ts'
import { planDrip } from '../../lesson/engine/drip/planDrip.ts'
import { isStepDone } from '../../lesson/engine/isStepDone.ts'
import { openStepIds } from '../../lesson/engine/openStepIds.ts'
import { overrideOf } from '../../lesson/engine/opening/overrideOf.ts'
import { isStepHidden } from '../../lesson/engine/rules/isStepHidden.ts'
import { stepLock } from '../../lesson/engine/rules/stepLock.ts'
import type { LearnerState, Release } from '../../lesson/engine/types.ts'

/** What of a release is open to a learner now and what is not, why, and until when. */
export const stepStatesOf = (newest: Release, state: LearnerState, timeZone: string): LearnerStepState[] => {
  const judging = { newest, state, now: nowIso(), timeZone, plan: planDrip(newest, state, timeZone) }
  const open = openStepIds(newest, state)
  return newest.steps.map((step) => {
    const { id, title, section } = step
    const mark = () => {
      if (isStepDone(state, id)) return 'done'
      if (open.has(id)) return 'open'
      return isStepHidden(step, state) ? 'hidden' : 'locked'
    }
    const isLocked = ['locked', 'hidden'].includes(mark())
    return {
      ...{ id, title, section, mark: mark() },
      lock: isLocked ? stepLock(judging, id) : null,
      override: isLocked ? (overrideOf(state, id)?.opensAt ?? null) : null,
    }
  })
}
