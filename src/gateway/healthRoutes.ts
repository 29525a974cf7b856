import { Router } from 'express'
import type { Redis } from 'ioredis'
import type { Payload } from 'payload'

import { within } from './within.ts'

/** `/healthz`: the process lives. `/readyz`: database, Redis and migrations are as they must be. */
export const healthRoutes = (options: {
  payload: Payload
  redis: Redis
  pendingMigrations: () => Promise<number>
  isStopping: () => boolean
}): Router => {
  const { payload, redis, pendingMigrations, isStopping } = options
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const [database, cache, migrations] = await Promise.allSettled([
      within(2000, payload.db.pool.query('SELECT 1')),
      within(2000, redis.ping()),
      within(2000, pendingMigrations()),
    ])
    const checks = {
      database: database.status === 'fulfilled',
      redis: cache.status === 'fulfilled',
      migrations: migrations.status === 'fulfilled' && migrations.value === 0,
      running: !isStopping(),
    }
    response.status(Object.values(checks).every(Boolean) ? 200 : 503).json({ checks })
  })
  return router
}
