import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'

import type * as Next from 'next'
import { getPayload } from 'payload'
import { Redis } from 'ioredis'

import config from '../payload.config.ts'
import { createApi } from './api/createApi.ts'
import { followClock } from './followClock.ts'
import { countPendingMigrations, migrate } from './database/migrate.ts'
import { startUpkeep } from './database/startUpkeep.ts'
import { readEnv } from './env.ts'
import { createApp } from './gateway/createApp.ts'
import { createLimiter } from './gateway/createLimiter.ts'
import { createMetrics } from './gateway/createMetrics.ts'
import { catchFailures } from './gateway/failureResponse.ts'
import { fetchHandler } from './gateway/fetchHandler.ts'
import { sharedMediaHandler } from './gateway/sharedMediaHandler.ts'
import { graphqlHandler } from './graphql/graphqlHandler.ts'
import { listen } from './gateway/listen.ts'
import { restHandler } from './gateway/restHandler.ts'
import { logger } from './logger.ts'
import { processState } from './processState.ts'
import { createQueues } from './queue/createQueues.ts'
import { createRelay } from './queue/createRelay.ts'
import { createWebLogin } from './webLogin/createWebLogin.ts'
import { createScheduler } from './scheduler/createScheduler.ts'

const env = readEnv()
const require = createRequire(import.meta.url)
const root = path.dirname(import.meta.dirname)
const isDevelopment = env.NODE_ENV === 'development'

const payload = await getPayload({ config, cron: false })
await migrate(payload, env)
const { pool } = payload.db

const sayOnce = (what: string) => {
  let last = ''
  return (error: Error) => {
    if (error.message !== last) logger.warn({ err: error }, what)
    last = error.message
  }
}
const redis = new Redis(env.REDIS_URL, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
redis.on('error', sayOnce('Redis is not reachable'))
const state = processState()
const loginTries = { redis, points: env.LOGIN_TRIES_PER_QUARTER_HOUR, seconds: 15 * 60 }
state.loginLimiter = createLimiter({ ...loginTries, name: 'login' })
// Of all clients together: to keep somebody out takes as many of them, and guessing stays slow.
state.accountLoginLimiter = createLimiter({
  ...loginTries,
  name: 'accountLogin',
  points: loginTries.points * 20,
})
state.signInLimiter = createLimiter({ redis, name: 'signIn', points: env.SIGN_INS_PER_MINUTE, seconds: 60 })
// A Mini App that is reloaded signs in anew; more often than that nobody reloads it.
state.initDataLimiter = createLimiter({ redis, name: 'initData', points: 10, seconds: 60 * 60 })
state.mailLimiter = createLimiter({ redis, name: 'mail', points: 5, seconds: 60 * 60 })
state.linkLimiter = createLimiter({ redis, name: 'link', points: 20, seconds: 60 * 60 })
state.upgradeLimiter = createLimiter({ redis, name: 'upgrade', points: 20, seconds: 60 * 60 })
// Longer than they are fresh.
state.webLoginLimiter = createLimiter({ redis, name: 'webLogin', points: 1, seconds: 2 * 60 * 60 })
state.importLimiter = createLimiter({ redis, name: 'import', points: 30, seconds: 15 * 60 })

const { queues, close: closeQueues } = createQueues(env.REDIS_URL, sayOnce('the queues are not reachable'))
const relay = createRelay({ pool, queues, logger })
state.nudgeRelay = relay.nudge
const metrics = createMetrics(pool)
const scheduler = createScheduler({ pool, logger, onEnded: metrics.observeTimer })
const upkeep = startUpkeep({ pool, logger, mediaDir: env.MEDIA_DIR })
const onMove = () => {
  relay.nudge()
  scheduler.nudge()
}
const clock = env.CLOCK_URL ? followClock({ url: env.CLOCK_URL, logger, onMove }) : undefined

// Next is CommonJS, and its types and its default export do not agree under ESM.
const next = require('next') as typeof Next.default
const pages = next({ dev: isDevelopment, dir: root, hostname: env.HOST, port: env.PORT })
await pages.prepare()
const handlePage = pages.getRequestHandler()

let isStopping = false
const shared = {
  env,
  logger,
  payload,
  redis,
  metrics,
  api: fetchHandler(env.PUBLIC_URL, restHandler(config)),
  platformApi: createApi({ payload, env }),
  webLogin: createWebLogin({ payload, env }),
  graphql: fetchHandler(env.PUBLIC_URL, catchFailures(graphqlHandler(config))),
  sharedMedia: fetchHandler(env.PUBLIC_URL, sharedMediaHandler(payload)),
  pages: (request, response) => handlePage(request, response),
  pendingMigrations: () => countPendingMigrations(payload),
  isStopping: () => isStopping,
} satisfies Omit<Parameters<typeof createApp>[0], 'isInternal'>

const servers: Server[] = []
const open = async (port: number, isInternal: boolean) => {
  const server = createServer(createApp({ ...shared, isInternal }))
  // Longer than any client or proxy keeps an idle connection, so that it is never ours that goes first.
  server.keepAliveTimeout = 75_000
  servers.push(server)
  return listen(server, port, env.HOST)
}
// What comes before product time is known would be written down as long past.
await clock?.ready
const port = await open(env.PORT, false)
if (env.INTERNAL_PORT !== undefined) await open(env.INTERNAL_PORT, true)
logger.info({ port, internalPort: env.INTERNAL_PORT }, 'the web process is ready')
process.send?.({ type: 'ready', port })

/** First no new requests, then no new work, then the connections that work needs. */
const stop = async (signal: string) => {
  if (isStopping) return
  isStopping = true
  logger.info({ signal }, 'the web process stops')
  setTimeout(() => process.exit(1), 15_000).unref()
  // Connections that are kept alive would hold the server open: each goes when its answer is out.
  const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 100)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  clearInterval(sweep)
  clock?.stop()
  await Promise.all([relay.stop(), scheduler.stop(), upkeep.stop()])
  await closeQueues()
  redis.disconnect()
  await pages.close()
  await payload.destroy()
  process.exit(0)
}
process.on('SIGTERM', (signal) => void stop(signal))
process.on('SIGINT', (signal) => void stop(signal))
