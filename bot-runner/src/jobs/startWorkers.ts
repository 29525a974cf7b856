import type { Redis } from 'ioredis'

import {
  alertJobSchema,
  botJobSchema,
  deliveryJobSchema,
  erasureJobSchema,
  queueNames,
  queuePrefix,
  reviewerJobSchema,
  submissionJobSchema,
} from '../../../src/contracts/queues.ts'
import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { deriveWebhookSecret } from '../../../src/contracts/tokenSeal.ts'
import type { RunnerCore } from '../createRunnerCore.ts'
import { describeError } from '../describeError.ts'
import type { Env } from '../env.ts'
import { takeLease, type Lease } from '../fleet/lease.ts'
import type { WebhookTarget } from '../fleet/setup/webhookPiece.ts'
import type { Logger } from '../logger.ts'
import type { Pace } from '../pace/createPace.ts'
import { waitTurn } from '../pace/waitTurn.ts'
import type { Platform } from '../platform/createPlatform.ts'
import { alertCreator } from './alertCreator.ts'
import { checkBot } from './checkBot.ts'
import { createJobWorker } from './createJobWorker.ts'
import { deliverNotice, pacedNoticeJobSchema } from './deliverNotice.ts'
import { deliverUnsent } from './deliverUnsent.ts'
import { forgetLearner } from './forgetLearner.ts'
import { keepSubmission } from './keepSubmission.ts'
import { sayFarewell } from './sayFarewell.ts'
import { setUpBot } from './setUpBot.ts'
import { updateReviewer } from './updateReviewer.ts'

const lockMs = 30_000
/** Below 20 a minute: a job's call comes a little later than its beginning, sooner or later than the one before. */
const rearmLimiter = { max: 1, duration: 3500 }
const checkLimiter = { max: 20, duration: 1000 }

/** So long a lot of learners waits for one of its turns. */
const lotTurnMs = 5000

export type Workers = {
  /** Whether bots are to be looked at and set up here, or left to other runners. */
  settingUp: (isOn: boolean) => void
  /** @param isHopeless nothing that runs can be finished */
  close: (isHopeless: boolean) => Promise<void>
}

/**
 * One worker a queue. `publicUrl`: where Telegram reaches this installation's webhooks; `isCurrent`: whether they are to
 * lead there.
 */
export const startWorkers = (options: {
  core: RunnerCore
  platform: Platform | null
  redis: Redis
  pace: Pace
  env: Env
  publicUrl: string
  isCurrent: () => Promise<boolean>
  log: Logger
}): Workers => {
  const { core, platform, redis, pace, env, publicUrl, log } = options
  const { client, batcher, registry, bots, views, tally } = core

  const webhookOf = async (bot: RunnerBot): Promise<WebhookTarget> => {
    if (env.UPDATES_MODE === 'polling') return null
    return { url: `${publicUrl}/tg/${bot.key}`, secret: await deriveWebhookSecret(env.TOKEN_KEYS, bot) }
  }
  const lockOf = (what: string) => (id: string) =>
    takeLease({ redis, key: `${queuePrefix}:lock:${what}:${id}`, ttlMs: lockMs })
  /** Asked with the lock in hand: whoever takes the webhooks over looks at the bot after this. */
  const lockToSetUp = async (botId: string): Promise<Lease | null> => {
    const lock = await lockOf('bot')(botId)
    if (lock === null || (await options.isCurrent().catch(() => false))) return lock
    await lock.release()
    return null
  }
  const fleet = {
    client,
    openApi: async (record: RunnerBot) => (await core.openBot(record)).bot.api,
    lock: lockToSetUp,
    webhookOf,
    setAccess: platform?.setAccess ?? null,
    log,
  }
  const setup = { ...fleet, tokens: platform?.tokens ?? null }
  const observe = (finding: string) => core.metrics.botChecks.inc({ finding })
  /** Counted as taken when its time has come. */
  const turnOf = (longestMs: number) => async (telegramBotId: number) => {
    const waitMs = await waitTurn(pace, String(telegramBotId), longestMs)
    if (waitMs === 0) tally.except(String(telegramBotId))
    return waitMs
  }
  const delivery = { client, batcher, registry, bots, views, lock: lockOf('delivery') }

  const notices = {
    ...{ client, registry, bots, views, pace, log },
    except: tally.except,
    observe: (kind: string, outcome: string) => core.metrics.notices.inc({ kind, outcome }),
  }

  const setUpWorkers = [
    createJobWorker({
      queue: queueNames.bots,
      schema: botJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 4,
      log,
      run: (job, tried) => setUpBot({ ...setup, mayRearm: false }, job, tried),
    }),
    createJobWorker({
      queue: queueNames.rearms,
      schema: botJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 1,
      limiter: rearmLimiter,
      log,
      run: (job, tried) => setUpBot({ ...setup, mayRearm: true }, job, tried),
    }),
    createJobWorker({
      queue: queueNames.checks,
      schema: botJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 4,
      limiter: checkLimiter,
      log,
      run: (job) => checkBot({ ...fleet, observe }, job),
    }),
  ]
  const workers = [
    ...setUpWorkers,
    createJobWorker({
      queue: queueNames.deliveries,
      schema: deliveryJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 16,
      log,
      run: (job) => deliverUnsent(delivery, job),
    }),
    createJobWorker({
      queue: queueNames.notices,
      schema: pacedNoticeJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 16,
      log,
      run: (job) => deliverNotice({ ...notices, lock: lockOf('notice') }, job),
    }),
    createJobWorker({
      queue: queueNames.alerts,
      schema: alertJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 4,
      log,
      run: (job) => alertCreator({ client, api: platform?.bot.bot.api ?? null, log }, job),
    }),
    createJobWorker({
      queue: queueNames.farewells,
      schema: botJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 8,
      log,
      run: (job) => sayFarewell({ ...fleet, lock: lockOf('farewell'), takeTurn: turnOf(lotTurnMs) }, job),
    }),
    createJobWorker({
      queue: queueNames.erasures,
      schema: erasureJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 2,
      log,
      run: (job) => forgetLearner({ client, registry, bots, lock: lockOf('erasure'), log }, job),
    }),
    createJobWorker({
      queue: queueNames.submissions,
      schema: submissionJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 8,
      log,
      run: (job) =>
        keepSubmission(
          {
            ...{ client, registry, bots, apiRoot: env.TELEGRAM_API_ROOT },
            lock: lockOf('submission'),
          },
          job,
        ),
    }),
    createJobWorker({
      queue: queueNames.reviewers,
      schema: reviewerJobSchema,
      redisUrl: env.REDIS_URL,
      concurrency: 8,
      log,
      run: (job) =>
        updateReviewer({ client, bot: platform?.bot ?? null, files: views, lock: lockOf('reviewer') }, job),
    }),
  ]

  const settingUp = async (isOn: boolean): Promise<void> => {
    // What is under way asks by itself.
    for (const worker of setUpWorkers) await (isOn ? worker.resume() : worker.pause(true))
  }
  return {
    settingUp: (isOn) => {
      settingUp(isOn).catch((error: unknown) =>
        log.warn({ error: describeError(error), isOn }, 'queues cannot be left to others, or taken back'),
      )
    },
    close: async (isHopeless) => {
      await Promise.all(workers.map((worker) => worker.close(isHopeless)))
    },
  }
}
