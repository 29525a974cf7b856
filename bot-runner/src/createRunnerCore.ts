import { createRunnerClient, type RunnerClient } from '../../src/contracts/runnerClient.ts'
import { createActionBatcher } from './api/actionBatcher.ts'
import { createReleaseCache } from './api/releaseCache.ts'
import { createComposer } from './bot/createComposer.ts'
import { createRenderingStyles } from './bot/renderingStyles.ts'
import { createTelegramTransport } from './bot/telegramTransport.ts'
import { createUpdateDispatcher } from './bot/updateDispatcher.ts'
import { withBreakers } from './bot/withBreakers.ts'
import type { Env } from './env.ts'
import { createBotLookup } from './fleet/botLookup.ts'
import { createBotRegistry } from './fleet/botRegistry.ts'
import { openCourseBot } from './fleet/courseBot.ts'
import { createCourseBots } from './fleet/courseBots.ts'
import { createWebhookSecrets } from './fleet/webhookSecrets.ts'
import type { Logger } from './logger.ts'
import { createFileIds } from './media/fileIds.ts'
import { createMediaLinks } from './media/mediaLinks.ts'
import { createSendTally } from './pace/createSendTally.ts'
import { createMetrics } from './server/createMetrics.ts'

const cmsTimeoutMs = 10_000
const telegramTimeoutMs = 10_000
/** How old what bulk does not know of answers may be. */
const tallyMs = 100

/**
 * Everything between an update and its answer that needs no Redis: the bots, the CMS, Telegram. What listens,
 * polls and works queues is put around it.
 */
export const createRunnerCore = (
  env: Pick<Env, 'CMS_URL' | 'RUNNER_SECRET' | 'TOKEN_KEYS' | 'TELEGRAM_API_ROOT'>,
  log: Logger,
) => {
  const metrics = createMetrics()
  const client: RunnerClient = createRunnerClient({
    baseUrl: env.CMS_URL,
    secret: env.RUNNER_SECRET,
    timeoutMs: cmsTimeoutMs,
  })
  const tally = createSendTally({ tellMs: tallyMs })
  const transport = withBreakers(
    tally.around(
      createTelegramTransport({
        apiRoot: env.TELEGRAM_API_ROOT,
        timeoutMs: telegramTimeoutMs,
        observe: (method, result) => metrics.telegramCalls.inc({ method, result }),
      }),
    ),
    { now: Date.now, failures: 5, firstRestMs: 2000, longestRestMs: 30_000 },
  )
  const openBot = (record: Parameters<typeof openCourseBot>[0]) =>
    openCourseBot(record, env.TOKEN_KEYS, transport)
  const registry = createBotRegistry({ client, log, pollMs: 1000, overlapMs: 10_000 })
  const bots = createCourseBots({ open: openBot, max: 10_000 })
  const lookUp = createBotLookup({
    client,
    registry,
    now: Date.now,
    absentMs: 5000,
    maxAbsent: 10_000,
    maxPerSecond: 20,
  })
  const findBot = (key: string) => registry.find(key) ?? lookUp(key)
  const secrets = createWebhookSecrets(env.TOKEN_KEYS)
  const releases = createReleaseCache({ client, maxBytes: 256 * 1024 * 1024 })
  const views = {
    client,
    releases,
    fileIds: createFileIds({ client, max: 50_000, log }),
    links: createMediaLinks({ client, max: 10_000, now: Date.now }),
    styles: createRenderingStyles({ client, now: Date.now, log }),
    log,
  }
  const batcher = createActionBatcher({
    client,
    log,
    maxWaiting: 4096,
    maxReceipts: 8192,
    maxTimesBusy: 16,
    receiptRetryMs: 1000,
    observe: {
      batch: (size) => metrics.batchSize.observe(size),
      busy: (count) => metrics.busyActions.inc(count),
      receiptsDropped: (count) => metrics.droppedReceipts.inc(count),
    },
  })
  const dispatcher = createUpdateDispatcher(
    { client, batcher, views, log, now: Date.now, onDeferred: () => metrics.deferredSends.inc() },
    createComposer(),
  )
  metrics.gauge('resting_bots', 'Bots that are left alone because their calls fail', transport.resting)
  metrics.gauge('waiting_actions', 'Actions waiting for a batch', batcher.waiting)
  metrics.gauge('updates_in_flight', 'Updates being handled', dispatcher.inFlight)

  return {
    metrics,
    client,
    transport,
    tally,
    openBot,
    registry,
    bots,
    findBot,
    secrets,
    releases,
    views,
    batcher,
    dispatcher,
  }
}

export type RunnerCore = ReturnType<typeof createRunnerCore>
