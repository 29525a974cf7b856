import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'

import { refuse } from './refuse.ts'

/** The last resort: what no handler expected is logged whole and answered in one sentence. */
export const answerFailure =
  (logger: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    const requestId = request.headers['x-request-id']
    logger.error({ err: error as unknown, requestId }, 'a request failed unexpectedly')
    if (response.headersSent) return next(error)
    refuse(request, response, { status: 500, code: 'internal' })
  }
