import { Router, type Response } from 'express'

import type { Gate } from './createGate.ts'
import type { Metrics } from './createMetrics.ts'

export type HealthOptions = {
  metrics: Metrics
  gate: Gate
  isRegistryLoaded: () => boolean
  isRedisUp: () => Promise<boolean>
}

/** `/healthz`: the process lives. `/readyz`: it can do its work, or what is missing. `/metrics`: Prometheus. */
export const createHealthRoutes = (options: HealthOptions): Router => {
  const router = Router()

  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))

  router.get('/readyz', async (_request, response) => {
    const checks = {
      bots: options.isRegistryLoaded(),
      redis: await options.isRedisUp(),
      accepting: !options.gate.isClosed(),
    }
    const isReady = Object.values(checks).every(Boolean)
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'notReady', checks })
  })

  router.get('/metrics', async (_request, response: Response) => {
    const { registry } = options.metrics
    response.type(registry.contentType).send(await registry.metrics())
  })

  return router
}
