import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { nowIso } from '../../clock.ts'
import type { LearnerSteps, LearnerStepState } from '../../contracts/learnerSteps.ts'
import { planDrip } from '../../lesson/engine/drip/planDrip.ts'
import { isStepDone } from '../../lesson/engine/isStepDone.ts'
import { openStepIds } from '../../lesson/engine/openStepIds.ts'
import { overrideOf } from '../../lesson/engine/opening/overrideOf.ts'
import { isStepHidden } from '../../lesson/engine/rules/isStepHidden.ts'
import { stepLock } from '../../lesson/engine/rules/stepLock.ts'
import { findTaughtLearner } from './findTaughtLearner.system.ts'

/**
 * What is open to a learner and what is not, why, and until when, for whoever teaches them.
 * @throws {AppError} unauthenticated (401); notFound (404), also for whoever does not teach the course
 */
export const describeLearnerSteps = async (
  req: PayloadRequest,
  enrollmentId: string,
): Promise<LearnerSteps> => {
  const user = requireUser(req)
  const learner = await findTaughtLearner(req.payload.db.pool, { enrollmentId, userId: user.id })
  const { state, release: newest, timeZone } = learner
  const hasBegun = state.status !== 'invited'
  if (newest === null) return { hasBegun, timeZone, steps: [] }
  const judging = { newest, state, now: nowIso(), timeZone, plan: planDrip(newest, state, timeZone) }
  const open = openStepIds(newest, state)
  const steps = newest.steps.map((step): LearnerStepState => {
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
  return { hasBegun, timeZone, steps }
}
