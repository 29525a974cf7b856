import express, { type ErrorRequestHandler } from 'express'
import { createServer as createHttpServer, type Server } from 'node:http'

import { describeError } from '../describeError.ts'
import { createHealthRoutes, type HealthOptions } from './createHealthRoutes.ts'
import { createWebhookHandler, type WebhookOptions } from './createWebhookHandler.ts'

/** Longer than Telegram keeps an idle connection, so that it is never we who close one in use. */
const keepAliveMs = 75_000

/** No body parser for all routes: a webhook's body is not touched before its secret has matched. */
export const createServer = (options: WebhookOptions & HealthOptions): Server => {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', false)
  app.post('/tg/:botKey', createWebhookHandler(options))
  app.use(createHealthRoutes(options))
  app.use((_request, response) => void response.status(404).json({ error: { code: 'notFound' } }))

  // Four parameters make it an error handler; Express would answer with the stack otherwise.
  const onError: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    // A path that cannot be decoded, and no fault of ours.
    if (error instanceof URIError) return void response.status(400).json({ error: { code: 'pathInvalid' } })
    options.log.error({ error: describeError(error) }, 'a request failed')
    if (response.headersSent) response.destroy()
    else response.status(500).json({ error: { code: 'internal' } })
  }
  app.use(onError)

  const server = createHttpServer(app)
  server.keepAliveTimeout = keepAliveMs
  return server
}
