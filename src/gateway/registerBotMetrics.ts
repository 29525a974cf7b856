import { Gauge, type Registry } from 'prom-client'
import type { Pool } from 'pg'

import { now } from '../clock.ts'

/** How the bots of all courses are, read when somebody asks: the same from every process. */
export const registerBotMetrics = (registry: Registry, pool: Pool): void => {
  const registers = [registry]
  new Gauge({
    name: 'gongbu_bots',
    help: 'Bots of courses by state',
    labelNames: ['state'] as const,
    registers,
    async collect() {
      const { rows } = await pool.query<{ state: string; count: number }>(
        'SELECT state::text, count(*)::int FROM bots GROUP BY 1',
      )
      this.reset()
      for (const { state, count } of rows) this.set({ state }, count)
    },
  })
  new Gauge({
    name: 'gongbu_bot_errors',
    help: 'Bots of courses by the error that they report',
    labelNames: ['code'] as const,
    registers,
    async collect() {
      const { rows } = await pool.query<{ code: string; count: number }>(
        'SELECT error_code AS code, count(*)::int FROM bots WHERE error_code IS NOT NULL GROUP BY 1',
      )
      this.reset()
      for (const { code, count } of rows) this.set({ code }, count)
    },
  })
  new Gauge({
    name: 'gongbu_bot_check_delay_seconds',
    help: 'How long the most overdue look at a bot waits',
    registers,
    async collect() {
      const { rows } = await pool.query<{ due: Date | null }>(
        'SELECT min(check_due_at) AS due FROM bots WHERE sealed_token IS NOT NULL',
      )
      const due = rows[0]?.due
      this.set(due ? Math.max(0, (now().getTime() - due.getTime()) / 1000) : 0)
    },
  })
}
