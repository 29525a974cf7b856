import type { PayloadRequest } from 'payload'

import type { OutboxTopic } from '../../collections/Outbox/index.ts'
import { now } from '../clock.ts'
import { slugs } from '../contracts/slugs.ts'

/**
 * Writes an outbox row in the request's transaction: it exists if and only if the change does.
 * @param subject id of what changed
 * @param dueAt product time; now if left out
 */
export const enqueue = async (options: {
  req: PayloadRequest
  topic: OutboxTopic
  subject: string
  dueAt?: Date
}): Promise<void> => {
  const { req, topic, subject, dueAt = now() } = options
  await req.payload.create({
    collection: slugs.outbox,
    data: { topic, subject, dueAt: dueAt.toISOString(), timesQueued: 0 },
    req,
  })
}
