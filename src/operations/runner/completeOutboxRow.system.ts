import type { Payload } from 'payload'

import { isUuid } from '../isUuid.ts'

/** The job has done its work. A second report finds nothing and changes nothing. */
export const completeOutboxRow = async (options: { payload: Payload; outboxId: string }): Promise<void> => {
  if (isUuid(options.outboxId))
    await options.payload.db.pool.query('DELETE FROM outbox WHERE id = $1', [options.outboxId])
}
