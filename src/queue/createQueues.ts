import { Queue } from 'bullmq'
import { Redis } from 'ioredis'

import { queueNames, queuePrefix, type QueueName } from '../contracts/queues.ts'

/**
 * The producers' side of the queues. Finished and given-up jobs leave nothing behind: an id that still
 * exists would make the next `add` a silent no-op, and the outbox row brings the work back.
 */
export const createQueues = (redisUrl: string, onError: (error: Error) => void) => {
  // Commands fail at once while Redis is away, instead of piling up: the relay tries again.
  const connection = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  connection.on('error', onError)
  const create = (name: QueueName) => {
    const queue = new Queue(name, {
      connection,
      prefix: queuePrefix,
      defaultJobOptions: {
        // About half a minute; after that the outbox row brings the work back every minute.
        attempts: 6,
        backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    })
    queue.on('error', onError)
    return queue
  }
  const queues: Record<QueueName, Queue> = {
    bots: create(queueNames.bots),
    checks: create(queueNames.checks),
    rearms: create(queueNames.rearms),
    deliveries: create(queueNames.deliveries),
    alerts: create(queueNames.alerts),
    farewells: create(queueNames.farewells),
    erasures: create(queueNames.erasures),
    submissions: create(queueNames.submissions),
    reviewers: create(queueNames.reviewers),
    notices: create(queueNames.notices),
  }
  return {
    queues,
    close: async () => {
      await Promise.all(Object.values(queues).map((queue) => queue.close()))
      connection.disconnect()
    },
  }
}
