import type { Payload } from 'payload'

import type { LearnerRelease } from '../../contracts/learnerRelease.ts'
import { AppError } from '../../errors/AppError.ts'
import { toLearnerRelease } from '../../lesson/engine/toLearnerRelease.ts'
import { loadRelease } from './loadRelease.system.ts'

/** A release without what learners must not have. */
export const getLearnerRelease = async (options: {
  payload: Payload
  releaseId: string
}): Promise<LearnerRelease> => {
  const release = await loadRelease(options.payload.db.pool, options.releaseId)
  if (!release) throw new AppError({ code: 'notFound', status: 404 })
  return toLearnerRelease(release)
}
