import type { RequestHandler } from 'express'

import type { Metrics } from './createMetrics.ts'

export const observeRequests =
  (metrics: Metrics, routeName: (path: string) => string): RequestHandler =>
  (request, response, next) => {
    const start = performance.now()
    const { method, path } = request
    response.once('close', () => {
      metrics.observe({
        method,
        route: routeName(path),
        status: response.statusCode,
        seconds: (performance.now() - start) / 1000,
      })
    })
    next()
  }
