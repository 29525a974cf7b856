import { DelayedError, Worker, type Job } from 'bullmq'
import type { z } from 'zod'

import { queuePrefix, type QueueName } from '../../../src/contracts/queues.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'

/**
 * What a job says when it has done what it could; `keep`: what it wants to know when it comes again. A throw is a failed
 * try: the queue waits, then tries again.
 */
export type JobOutcome = { status: 'done' } | { status: 'later'; afterMs: number; keep?: object }

/** When the queue will try again if this try fails. */
export type JobTry = { retryAt: Date }

const backoffOf = ({ opts, attemptsMade }: Job): number => {
  const { backoff } = opts
  const delay = typeof backoff === 'number' ? backoff : (backoff?.delay ?? 0)
  return typeof backoff === 'object' && backoff.type === 'exponential' ? delay * 2 ** attemptsMade : delay
}

/** The outbox queues a row again so long after it was queued, when its job has not reported it done. */
const requeueMs = 60_000

const retryAtOf = (job: Job): Date => {
  const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
  return new Date(Date.now() + (isLast ? requeueMs : backoffOf(job)))
}

/** A worker of one queue. Its jobs are removed when over: an id that still exists would swallow the next one. */
export const createJobWorker = <Schema extends z.ZodType>(options: {
  queue: QueueName
  schema: Schema
  redisUrl: string
  concurrency: number
  /** How many jobs begin in so many milliseconds, over all runners together. */
  limiter?: { max: number; duration: number }
  log: Logger
  run: (data: z.infer<Schema>, tried: JobTry) => Promise<JobOutcome>
}): Worker => {
  const { queue, log } = options

  const process = async (job: Job, token?: string): Promise<void> => {
    const outcome = await options.run(options.schema.parse(job.data), { retryAt: retryAtOf(job) })
    if (outcome.status === 'done') return
    if (outcome.keep) await job.updateData({ ...(job.data as object), ...outcome.keep })
    await job.moveToDelayed(Date.now() + outcome.afterMs, token)
    throw new DelayedError()
  }

  const worker = new Worker(queue, process, {
    prefix: queuePrefix,
    connection: { url: options.redisUrl, maxRetriesPerRequest: null },
    concurrency: options.concurrency,
    ...(options.limiter && { limiter: options.limiter }),
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  })
  worker.on('failed', (job, error) =>
    log.warn({ queue, job: job?.id, tries: job?.attemptsMade, error: describeError(error) }, 'a job failed'),
  )
  // The process's own connection tells once that Redis is away; the workers' would tell at every try.
  worker.on('error', (error) => {
    const level = 'code' in error ? 'debug' : 'warn'
    log[level]({ queue, error: describeError(error) }, 'a queue is disturbed')
  })
  return worker
}
