import type { PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'

import { requireUser } from '../../access/requireUser.ts'
import { nowIso } from '../../clock.ts'
import { processState } from '../../processState.ts'
import { inClientTransaction } from '../inClientTransaction.ts'

/**
 * Something that a reviewer does, in a transaction of its own; what follows from it is carried at once.
 * @throws {AppError} unauthenticated (401)
 */
export const reviewing = async <Result>(
  req: PayloadRequest,
  work: (client: PoolClient, about: { userId: string; now: string }) => Promise<Result>,
): Promise<Result> => {
  const user = requireUser(req)
  const result = await inClientTransaction(req.payload.db.pool, (client) =>
    work(client, { userId: user.id, now: nowIso() }),
  )
  processState().nudgeRelay?.()
  return result
}
