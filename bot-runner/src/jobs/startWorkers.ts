import type { Worker } from 'bullmq'
import type { Redis } from 'ioredis'

import {
  alertJobSchema,
  botJobSchema,
  deliveryJobSchema,
  queueNames,
  queuePrefix,
} from '../../../src/contracts/queues.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { deriveWebhookSecret } from '../../../src/contracts/tokenSeal.ts'
import type { RunnerCore } from '../createRunnerCore.ts'
import type { Env } from '../env.ts'
import { takeLease } from '../fleet/lease.ts'
import type { WebhookTarget } from '../fleet/setup/webhookPiece.ts'
import type { Logger } from '../logger.ts'
import type { Platform } from '../platform/createPlatform.ts'
import { alertCreator } from './alertCreator.ts'
import { createJobWorker } from './createJobWorker.ts'
import { deliverUnsent } from './deliverUnsent.ts'
import { setUpBot } from './setUpBot.ts'

const lockMs = 30_000

/** One worker a queue. `publicUrl`: where Telegram reaches this installation's webhooks. */
export const startWorkers = (options: {
  core: RunnerCore
  platform: Platform | null
  redis: Redis
  env: Env
  publicUrl: string
  log: Logger
}): Worker[] => {
  const { core, platform, redis, env, publicUrl, log } = options
  const { client, batcher, registry, bots, views } = core

  const webhookOf = async (bot: RunnerBot): Promise<WebhookTarget> => {
    if (env.UPDATES_MODE === 'polling') return null
    return { url: `${publicUrl}/tg/${bot.key}`, secret: await deriveWebhookSecret(env.TOKEN_KEYS, bot) }
  }
  const lockOf = (what: string) => (id: string) =>
    takeLease({ redis, key: `${queuePrefix}:lock:${what}:${id}`, ttlMs: lockMs })
  const setup = {
    client,
    tokens: platform?.tokens ?? null,
    openApi: async (record: RunnerBot) => (await core.openBot(record)).bot.api,
    lock: lockOf('bot'),
    webhookOf,
    log,
  }
  const delivery = { client, batcher, registry, bots, views, lock: lockOf('delivery') }

  return [
    createJobWorker({
      queue: queueNames.bots,
      schema: botJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 4,
      log,
      run: (job, tried) => setUpBot(setup, job, tried),
    }),
    createJobWorker({
      queue: queueNames.deliveries,
      schema: deliveryJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 16,
      log,
      run: (job) => deliverUnsent(delivery, job),
    }),
    createJobWorker({
      queue: queueNames.alerts,
      schema: alertJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 4,
      log,
      run: (job) => alertCreator({ client, api: platform?.bot.bot.api ?? null, log }, job),
    }),
  ]
}
