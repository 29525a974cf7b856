import type { DeliveryJob } from '../../../src/contracts/queues.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { ActionBatcher } from '../api/actionBatcher.ts'
import { sendEffects, type ViewServices } from '../bot/sendEffects.ts'
import type { BotRegistry } from '../fleet/botRegistry.ts'
import type { CourseBots } from '../fleet/courseBots.ts'
import type { Lease } from '../fleet/lease.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { JobOutcome } from './createJobWorker.ts'
import { exclusively } from './exclusively.ts'
import { unlessGone } from './unlessGone.ts'

export type DeliveryOptions = {
  client: Pick<RunnerClient, 'getDelivery' | 'getBot' | 'completeOutboxRow'>
  batcher: Pick<ActionBatcher, 'reportAwaited'>
  registry: BotRegistry
  bots: CourseBots
  views: ViewServices
  /** A learner with several rows due at once is sent what is unsent by one of their jobs, not by each. */
  lock: (enrollmentId: string) => Promise<Lease | null>
}

const deliver = async (options: DeliveryOptions, job: DeliveryJob): Promise<JobOutcome> => {
  const { client, batcher, registry, bots, views } = options
  const delivery = await unlessGone(client.getDelivery(job.enrollmentId))

  if (delivery !== null && delivery.unsent.length > 0) {
    const { botId, telegramUserId, locale, isTest, unsent } = delivery
    const record = registry.findById(botId) ?? (await client.getBot(botId)).bot
    const course = await bots.get(record)
    for (const { updateId, effects } of unsent) {
      const target = { course, chatId: telegramUserId, updateId }
      const outcome = await sendEffects(views, target, { effects, locale, isTest })
      if (outcome.status === 'deferred') {
        if (outcome.isLimited) return { status: 'later', afterMs: outcome.retryAfterMs }
        throw new RetryLaterError(`Telegram put a delivery off: ${outcome.error}`)
      }
      await batcher.reportAwaited({ botId, telegramUserId, updateId, ...outcome, ...(isTest && { isTest }) })
      if (outcome.status === 'blocked') break
    }
  }
  await client.completeOutboxRow(job.outboxId)
  return { status: 'done' }
}

/**
 * Sends a learner what Telegram had put off. Each update's receipt is committed before the next is sent, so
 * that a job which is cut off and comes again repeats one of them at most.
 * @throws {RetryLaterError} when Telegram or the CMS is away: the queue tries again
 */
export const deliverUnsent = (options: DeliveryOptions, job: DeliveryJob): Promise<JobOutcome> =>
  exclusively(
    () => options.lock(job.enrollmentId),
    () => deliver(options, job),
  )
