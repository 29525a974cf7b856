import type { PayloadRequest } from 'payload'

import type { OutboxTopic } from '../../collections/Outbox/index.ts'
import { slugs } from '../contracts/slugs.ts'
import { enqueue } from './enqueue.ts'

/** As `enqueue`, unless such a row waits already. What `subject` names is locked by the caller. */
export const enqueueOnce = async (options: {
  req: PayloadRequest
  topic: OutboxTopic
  subject: string
}): Promise<void> => {
  const { req, topic, subject } = options
  const { totalDocs } = await req.payload.count({
    collection: slugs.outbox,
    where: { and: [{ topic: { equals: topic } }, { subject: { equals: subject } }] },
    req,
  })
  if (totalDocs === 0) await enqueue(options)
}
