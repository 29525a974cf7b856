import type { AddressInfo } from 'node:net'
import { once } from 'node:events'

import { queuePrefix } from '../../src/contracts/queues.ts'
import { createRunnerCore } from './createRunnerCore.ts'
import type { Env } from './env.ts'
import { takeLease } from './fleet/lease.ts'
import { createPollers } from './fleet/polling/createPollers.ts'
import { allowedUpdates } from './fleet/setup/webhookPiece.ts'
import { hashOf } from './fleet/setup/wishedPieces.ts'
import { createUpdatesTarget } from './fleet/updatesTarget.ts'
import { startWorkers } from './jobs/startWorkers.ts'
import type { Logger } from './logger.ts'
import { createPace } from './pace/createPace.ts'
import { createPlatform } from './platform/createPlatform.ts'
import { startPlatform } from './platform/startPlatform.ts'
import { connectRedis, isRedisUp } from './redisConnection.ts'
import { createGate } from './server/createGate.ts'
import { createServer } from './server/createServer.ts'
import { within } from './within.ts'

export type RunningRunner = {
  port: number
  /** Resolves when the bots are known and everything runs, or with `stop`. */
  ready: Promise<void>
  /** Ends in order; what is being handled is finished first. Repeating it changes nothing. */
  stop: () => Promise<void>
}

const pollingLeaseMs = 30_000
const targetBeatMs = 5000
const targetDeadMs = 60_000
/** Together they stay under what a launcher grants; what is not finished by then comes again. */
const limitsMs = { updates: 9000, receipts: 2000, jobs: 3000 }

const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The whole runner in this process. It listens at once and is ready later, when the CMS has named the bots. */
export const startRunner = async (env: Env, log: Logger): Promise<RunningRunner> => {
  const core = createRunnerCore(env, log)
  const { PLATFORM_BOT_TOKEN: token, TOKEN_KEYS: ring, TELEGRAM_API_ROOT: apiRoot } = env
  const platform = token === undefined ? null : await createPlatform({ token, ring, core, apiRoot, log })
  const redis = connectRedis(env.REDIS_URL, log)
  const pace = createPace({ redis, perSecond: env.BULK_MESSAGES_PER_SECOND })
  core.tally.tell(pace)
  const gate = createGate()
  const server = createServer({
    ...core,
    ...platform?.served,
    gate,
    log,
    isRegistryLoaded: core.registry.isLoaded,
    isRedisUp: () => isRedisUp(redis),
  })
  server.listen(env.RUNNER_PORT, env.RUNNER_HOST)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const publicUrl = env.RUNNER_PUBLIC_URL ?? addressOf(env.RUNNER_HOST, port)
  log.info({ port, publicUrl, mode: env.UPDATES_MODE }, 'listening')

  const takePollingLease = (botId: string) =>
    takeLease({ redis, key: `${queuePrefix}:lease:polling:${botId}`, ttlMs: pollingLeaseMs })
  const pollers = createPollers({ ...core, takeLease: takePollingLease, log, scanMs: 1000 })
  let workers: ReturnType<typeof startWorkers> | undefined
  let running: ReturnType<typeof startPlatform> | undefined

  const webhooksAt = env.UPDATES_MODE === 'polling' ? null : publicUrl
  const target = createUpdatesTarget({
    ...{ redis, client: core.client, log, beatMs: targetBeatMs, deadMs: targetDeadMs },
    target: hashOf([webhooksAt, allowedUpdates, ring[0]?.id]),
    onChange: (isCurrent) => workers?.settingUp(isCurrent),
  })

  const begin = async (): Promise<void> => {
    await core.registry.start()
    if (gate.isClosed()) return
    workers = startWorkers({ core, platform, redis, pace, env, publicUrl, isCurrent: target.isCurrent, log })
    target.start()
    if (env.UPDATES_MODE === 'polling') pollers.start()
    if (platform !== null)
      running = startPlatform({
        ...{ ...platform, client: core.client, ring, log, takeLease: takePollingLease },
        publicUrl: webhooksAt,
        isCurrent: target.isCurrent,
      })
  }

  const end = async (): Promise<void> => {
    log.info('stopping')
    await within(
      limitsMs.updates,
      Promise.all([gate.close(), pollers.stop(), running?.stop(), target.stop()]),
    )
    await within(limitsMs.receipts, core.batcher.flush())
    // Without Redis no job can be finished, and waiting for one would be in vain.
    const isHopeless = !(await isRedisUp(redis))
    await within(limitsMs.jobs, Promise.resolve(workers?.close(isHopeless)))
    await core.registry.stop()
    server.close()
    server.closeAllConnections()
    core.transport.close()
    redis.disconnect()
    log.info('stopped')
  }
  let ending: Promise<void> | undefined

  return { port, ready: begin(), stop: () => (ending ??= end()) }
}
