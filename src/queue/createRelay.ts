import type { Queue } from 'bullmq'
import type { Logger } from 'pino'
import type { Pool } from 'pg'

import type { OutboxTopic } from '../../collections/Outbox/index.ts'
import { nowIso } from '../clock.ts'
import { createTicker } from '../createTicker.ts'
import { within } from '../gateway/within.ts'
import { inClientTransaction } from '../operations/inClientTransaction.ts'
import {
  queueNames,
  type AlertJob,
  type BotJob,
  type DeliveryJob,
  type NoticeJob,
  type QueueName,
  type SubmissionJob,
  type ReviewerJob,
} from '../contracts/queues.ts'

type Row = { id: string; topic: OutboxTopic; subject: string }

const batchSize = 200
const redisTimeoutMs = 5000
/** A job that has not reported done by then is queued again; if it is still in Redis, that changes nothing. */
const queueAgainSeconds = 60

type Job = {
  queue: QueueName
  data: BotJob | DeliveryJob | AlertJob | SubmissionJob | ReviewerJob | NoticeJob
}

const queueOf = {
  bot: queueNames.bots,
  check: queueNames.checks,
  rearm: queueNames.rearms,
  alert: queueNames.alerts,
  farewell: queueNames.farewells,
} as const

const jobOf = ({ id: outboxId, topic, subject }: Row): Job => {
  if (topic === 'delivery') return { queue: queueNames.deliveries, data: { outboxId, enrollmentId: subject } }
  if (topic === 'erasure') return { queue: queueNames.erasures, data: { outboxId, enrollmentId: subject } }
  if (topic === 'submission') return { queue: queueNames.submissions, data: { outboxId, subjectId: subject } }
  if (topic === 'notice') return { queue: queueNames.notices, data: { outboxId, noticeId: subject } }
  if (topic === 'reviewer') return { queue: queueNames.reviewers, data: { outboxId, userId: subject } }
  return { queue: queueOf[topic], data: { outboxId, botId: subject } }
}

/**
 * Carries outbox rows to their queues: every 500 ms, or at once when nudged after a commit. Rows are
 * claimed with SKIP LOCKED, so any number of web processes share the work; a row goes away only when its
 * job reports done, so losing Redis loses nothing.
 */
export const createRelay = (options: { pool: Pool; queues: Record<QueueName, Queue>; logger: Logger }) => {
  const { pool, queues, logger } = options

  const carry = () =>
    inClientTransaction(pool, async (client) => {
      const realNow = new Date().toISOString()
      const { rows } = await client.query<Row>(
        `UPDATE outbox SET queued_at = $1::timestamptz, times_queued = times_queued + 1
         WHERE id IN (
           SELECT id FROM outbox
           WHERE due_at <= $2::timestamptz
             AND (queued_at IS NULL OR queued_at < $1::timestamptz - make_interval(secs => $3))
           ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING id, topic::text AS topic, subject`,
        [realNow, nowIso(), queueAgainSeconds, batchSize],
      )
      for (const queue of Object.values(queues)) {
        const jobs = rows
          .map((row) => ({ row, job: jobOf(row) }))
          .filter(({ job }) => job.queue === queue.name)
        if (jobs.length > 0)
          // BullMQ waits for a Redis that is away; the transaction must not.
          await within(
            redisTimeoutMs,
            queue.addBulk(
              jobs.map(({ row, job }) => ({ name: row.topic, data: job.data, opts: { jobId: row.id } })),
            ),
          )
      }
      return rows.length === batchSize
    })

  return createTicker({ work: carry, name: 'the outbox relay', logger })
}
