import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import type { LearnerSteps } from '../../contracts/learnerSteps.ts'
import { AppError } from '../../errors/AppError.ts'
import { findTaughtLearner } from './findTaughtLearner.system.ts'
import { stepStatesOf } from './stepStatesOf.ts'

/**
 * What is open to a learner and what is not, why, and until when, for whoever teaches them.
 * @throws {AppError} unauthenticated (401); notFound (404), also for whoever does not teach the course
 */
export const describeLearnerSteps = async (
  req: PayloadRequest,
  enrollmentId: string,
): Promise<LearnerSteps> => {
  const user = activeUser(req)
  if (user === null) throw new AppError({ code: 'unauthenticated', status: 401 })
  const learner = await findTaughtLearner(req.payload.db.pool, { enrollmentId, userId: user.id })
  const { state, release, timeZone } = learner
  const hasBegun = state.status !== 'invited'
  return { hasBegun, timeZone, steps: release === null ? [] : stepStatesOf(release, state, timeZone) }
}
