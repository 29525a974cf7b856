import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import { nowIso } from '../../clock.ts'
import type { LearnerSteps, OverrideRequest } from '../../contracts/learnerSteps.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { isStepOpen } from '../../lesson/engine/isStepOpen.ts'
import { processState } from '../../processState.ts'
import { applySystemEvents } from '../applyActions/applySystemEvents.system.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { describeLearnerSteps } from './describeLearnerSteps.ts'
import { findTaughtLearner, type TaughtLearner } from './findTaughtLearner.system.ts'

const requireLocked = ({ state, release }: TaughtLearner, stepId: string): void => {
  if (state.status === 'invited') throw new AppError({ code: 'learnerNotBegun', status: 409 })
  if (release === null || release.steps.every(({ id }) => id !== stepId))
    throw new AppError({ code: 'overrideStepGone', status: 409 })
  if (isStepOpen(release, state, stepId)) throw new AppError({ code: 'overrideStepOpen', status: 409 })
}

/**
 * Sets when a step opens to one learner, whatever rules and schedule say, or gives it back to those. Whoever teaches the
 * course may: its creator, co-authors and mentors.
 *
 * @returns the learner's steps as they are then
 * @throws {AppError} learnerNotBegun, overrideStepGone, overrideStepOpen (409): what is open stays so; unauthenticated
 * (401); notFound (404), also for whoever does not teach the course
 */
export const overrideStep = async (
  req: PayloadRequest,
  enrollmentId: string,
  { stepId, opensAt }: OverrideRequest,
): Promise<LearnerSteps> => {
  const user = requireUser(req)
  await inClientTransaction(req.payload.db.pool, async (client) => {
    const now = nowIso()
    requireLocked(await findTaughtLearner(client, { enrollmentId, userId: user.id }), stepId)
    const event = {
      ...{ type: 'override' as const, stepId, by: user.id },
      opensAt: opensAt === 'now' ? now : opensAt,
    }
    await applySystemEvents(client, { events: [{ enrollmentId, event }], now, whenHeld: 'wait' })
    await recordAudit(client, {
      act: 'stepOverridden',
      actor: user,
      on: slugs.enrollments,
      id: enrollmentId,
      details: { stepId, opensAt },
    })
  })
  processState().nudgeRelay?.()
  return describeLearnerSteps(req, enrollmentId)
}
