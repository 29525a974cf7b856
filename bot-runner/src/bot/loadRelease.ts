import { ZodError } from 'zod'

import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { ReleaseCache } from '../api/releaseCache.ts'
import { RetryLaterError } from '../retryLaterError.ts'

/** The CMS has no such release, or one that this version cannot read: asking again is of no use. */
const isFinal = (error: unknown): boolean =>
  error instanceof ZodError || (error instanceof RunnerApiError && error.status === 404)

/** @throws {RetryLaterError} when it cannot be had now; anything else will be so next time too */
export const loadRelease = async (releases: ReleaseCache, id: string): Promise<LearnerRelease> => {
  try {
    return await releases.get(id)
  } catch (cause) {
    if (isFinal(cause)) throw cause
    throw new RetryLaterError('the release cannot be loaded', { cause })
  }
}
