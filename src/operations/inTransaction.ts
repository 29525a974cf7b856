import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

import { processState } from '../processState.ts'

/**
 * Runs `work` in the request's transaction, opening one if there is none, and wakes the outbox relay
 * after the commit.
 */
export const inTransaction = async <Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
): Promise<Result> => {
  const isOwner = await initTransaction(req)
  try {
    const result = await work()
    if (isOwner) {
      await commitTransaction(req)
      processState().nudgeRelay?.()
    }
    return result
  } catch (error) {
    if (isOwner) await killTransaction(req)
    throw error
  }
}
