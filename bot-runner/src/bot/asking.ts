import { RetryLaterError } from '../retryLaterError.ts'

/** What the CMS answers. @throws {RetryLaterError} when it does not: the update shall come again */
export const asking = async <Value>(asked: Promise<Value>): Promise<Value> => {
  try {
    return await asked
  } catch (cause) {
    throw new RetryLaterError('the CMS cannot be asked', { cause })
  }
}
