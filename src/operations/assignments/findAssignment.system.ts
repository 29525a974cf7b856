import type { Pool, PoolClient } from 'pg'

import type { Assignment } from '../../lesson/engine/release.ts'
import { loadRelease } from '../runner/loadRelease.system.ts'

/** What the step asked for when something was handed in; null when that release is gone. */
export const findAssignment = async (
  db: Pool | PoolClient,
  { release: releaseId, step: stepId }: { release: string; step: string },
): Promise<Assignment | null> => {
  const release = await loadRelease(db, releaseId)
  const step = release?.steps.find(({ id }) => id === stepId)
  return step?.stepType === 'assignment' ? step.assignment : null
}
