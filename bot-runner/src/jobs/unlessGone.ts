import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'

/** What the CMS answers, null when it has no such thing any more: a job about it is done. */
export const unlessGone = async <Value>(asked: Promise<Value>): Promise<Value | null> => {
  try {
    return await asked
  } catch (error) {
    if (error instanceof RunnerApiError && error.status === 404) return null
    throw error
  }
}
