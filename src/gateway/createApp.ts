import express, { type Express, type RequestHandler } from 'express'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Payload } from 'payload'
import { RateLimiterMemory } from 'rate-limiter-flexible'

import { apiRoutes } from '../api/apiRoutes.ts'
import { describeApi } from '../api/describeApi.ts'
import { trustedOrigins, type Env } from '../env.ts'
import type { Metrics } from './createMetrics.ts'
import { allowOrigins } from './allowOrigins.ts'
import { answerRemembered } from './answerRemembered.ts'
import { answerFailure } from './answerFailure.ts'
import { stripeWebhook } from '../payments/stripeWebhook.ts'
import { publicPages } from '../publicPages/publicPages.ts'
import { createLimiter } from './createLimiter.ts'
import { docsPage } from './docsPage.ts'
import type { ApiDocument } from './renderApiDocs.ts'
import { createRouteName } from './createRouteName.ts'
import { markDoor } from './door.ts'
import { healthRoutes } from './healthRoutes.ts'
import { refuseHugeBodies } from './limitBody.ts'
import { limitApi } from './limitApi.ts'
import { limitKeys } from './limitKeys.ts'
import { listRoutes } from './listRoutes.ts'
import { logRequests } from './logRequests.ts'
import { markClient } from './markClient.ts'
import { observeRequests } from './observeRequests.ts'
import { rateLimit } from './rateLimit.ts'
import { refuse } from './refuse.ts'
import { refuseUnreadablePath } from './refuseUnreadablePath.ts'
import { requestId } from './requestId.ts'
import { securityHeaders } from './securityHeaders.ts'

/** The order in which a request passes through the web process. */
export const createApp = (options: {
  env: Env
  logger: Logger
  payload: Payload
  redis: Redis
  metrics: Metrics
  /** Payload's REST and the runner's endpoints. */
  api: RequestHandler
  /** The platform API, below `/api/v1`. */
  platformApi: RequestHandler
  /** Signing in to the admin with Telegram. */
  webLogin: RequestHandler
  graphql: RequestHandler
  /** Files for whoever was sent a link to them. */
  sharedMedia: RequestHandler
  /** Next: the admin. */
  pages: RequestHandler
  pendingMigrations: () => Promise<number>
  isStopping: () => boolean
  isInternal: boolean
}): Express => {
  const { env, logger, redis, metrics, api, platformApi, webLogin, graphql, sharedMedia, pages, isInternal } =
    options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY)
  const perMinute = createLimiter({ redis, name: 'api', points: env.RATE_LIMIT_PER_MINUTE, seconds: 60 })
  const readers = new RateLimiterMemory({ points: perMinute.points, duration: perMinute.duration })
  const isHttps = env.PUBLIC_URL.startsWith('https:')
  if (!isInternal)
    app.use(answerRemembered({ pool: options.payload.db.pool, readers, metrics, logger, isHttps }))
  app.use(
    requestId,
    markDoor(isInternal),
    markClient,
    observeRequests(metrics, createRouteName(listRoutes(options.payload))),
  )
  app.use(healthRoutes(options))
  app.use(refuseHugeBodies)

  // For bot-runners: proven by their secret, so neither limited nor logged one by one.
  if (isInternal || env.INTERNAL_PORT === undefined) app.use('/api/runner', api)
  if (isInternal) {
    app.get('/metrics', async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.readPage())
    })
    app.use(answerFailure(logger))
    return app
  }

  app.use(logRequests(logger))
  app.use(
    securityHeaders({
      isHttps,
      isDevelopment: env.NODE_ENV === 'development',
    }),
  )
  app.use(allowOrigins(trustedOrigins(env)))
  if (env.INTERNAL_PORT === undefined) {
    app.get('/metrics', async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.readPage())
    })
  }
  app.all('/api/runner{/*rest}', (request, response) =>
    refuse(request, response, { status: 404, code: 'notFound' }),
  )
  app.use('/api', limitApi(perMinute, readers))
  app.post('/api/stripe/webhook', ...stripeWebhook({ pool: options.payload.db.pool, env, logger }))
  app.use('/api/v1', platformApi)
  app.use(refuseUnreadablePath)
  app.post('/api/graphql', graphql)
  app.get('/media/:id', rateLimit(perMinute, limitKeys), sharedMedia)
  app.use('/api', api)
  app.use('/auth/telegram', rateLimit(perMinute, limitKeys), webLogin)
  app.use('/docs', docsPage(describeApi(apiRoutes, env.PUBLIC_URL) as unknown as ApiDocument))
  app.use(
    publicPages({
      pool: options.payload.db.pool,
      origin: env.PUBLIC_URL,
      limit: rateLimit(perMinute, limitKeys),
    }),
  )
  // Whoever works here has a session of the admin; everybody else came to learn.
  app.get('/', ({ headers }, response) => {
    response.set('Cache-Control', 'no-store')
    response.redirect(headers.cookie?.includes('payload-token=') === true ? '/admin' : '/courses')
  })
  app.use(pages)
  app.use(answerFailure(logger))
  return app
}
