import type { RequestHandler } from 'express'

import type { Metrics } from './createMetrics.ts'
import { routeName } from './routeName.ts'

export const observeRequests =
  (metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const start = performance.now()
    response.once('close', () => {
      metrics.observe({
        method: request.method,
        route: routeName(request.path),
        status: response.statusCode,
        seconds: (performance.now() - start) / 1000,
      })
    })
    next()
  }
