import type { Lease } from '../fleet/lease.ts'
import type { JobOutcome } from './createJobWorker.ts'

const heldRetryMs = 1000

/** Runs a job unless another one of the same subject runs, in this runner or another: then it comes again soon. */
export const exclusively = async (
  takeLock: () => Promise<Lease | null>,
  run: (lock: Lease) => Promise<JobOutcome>,
): Promise<JobOutcome> => {
  const lock = await takeLock()
  if (lock === null) return { status: 'later', afterMs: heldRetryMs }
  try {
    return await run(lock)
  } finally {
    await lock.release()
  }
}
