import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Pool } from 'pg'

import { now } from '../clock.ts'
import { registerBotMetrics } from './registerBotMetrics.ts'

const service = 'web'
const pageLifeMs = 2000

/** The specification's metrics, in a registry of this server's own. */
export const createMetrics = (pool: Pool) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })

  const requests = new Counter({
    name: 'http_requests_total',
    help: 'HTTP requests answered',
    labelNames: ['method', 'route', 'status_code', 'service'] as const,
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'service'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  })
  const lateness = new Histogram({
    name: 'timer_lag_seconds',
    help: 'How late what learners waited for came, in seconds of product time',
    labelNames: ['kind'] as const,
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200],
    registers: [registry],
  })
  new Gauge({
    name: 'courses_created_total',
    help: 'Courses by the plan of their creator',
    labelNames: ['creator_plan'] as const,
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ plan: string; count: number }>(
        `SELECT coalesce(u.subscription_plan::text, 'none') AS plan, count(*)::int AS count
         FROM courses c LEFT JOIN users u ON u.id = c.creator_id GROUP BY 1`,
      )
      this.reset()
      for (const { plan, count } of rows) this.set({ creator_plan: plan }, count)
    },
  })
  new Gauge({
    name: 'active_users_count',
    help: 'Distinct learners with an action in the last five minutes',
    registers: [registry],
    async collect() {
      const since = new Date(now().getTime() - 5 * 60_000)
      const { rows } = await pool.query<{ count: number }>(
        'SELECT count(DISTINCT user_id)::int AS count FROM facts WHERE at >= $1',
        [since],
      )
      this.set(rows[0]?.count ?? 0)
    },
  })
  new Gauge({
    name: 'outbox_pending_count',
    help: 'Changes that wait for their job to report done',
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox')
      this.set(rows[0]?.count ?? 0)
    },
  })

  new Gauge({
    name: 'timers_overdue_seconds',
    help: 'For how long the timer that is due longest has been due; 0: none is',
    registers: [registry],
    async collect() {
      const { rows } = await pool.query<{ seconds: number }>(
        `SELECT greatest(0, extract(epoch FROM $1::timestamptz - min(due_at)))::float8 AS seconds FROM timers`,
        [now()],
      )
      this.set(rows[0]?.seconds ?? 0)
    },
  })

  registerBotMetrics(registry, pool)

  // Anybody may ask, and each answer costs queries: one answer serves all who ask within two seconds.
  let page: { at: number; text: Promise<string> } | undefined
  const readPage = (): Promise<string> => {
    if (page === undefined || Date.now() - page.at > pageLifeMs)
      page = { at: Date.now(), text: registry.metrics() }
    return page.text
  }

  return {
    contentType: registry.contentType,
    readPage,
    observe: (request: { method: string; route: string; status: number; seconds: number }) => {
      const { method, route, status, seconds } = request
      requests.inc({ method, route, status_code: String(status), service })
      durations.observe({ method, route, service }, seconds)
    },
    observeTimer: ({ kind, lateSeconds }: { kind: string; lateSeconds: number }) =>
      lateness.observe({ kind }, lateSeconds),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
