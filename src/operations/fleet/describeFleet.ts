import type { PayloadRequest } from 'payload'

import type { OutboxTopic } from '../../../collections/Outbox/index.ts'
import { now } from '../../clock.ts'
import type { BotState } from '../../contracts/runnerBots.ts'
import { requireAdmin } from '../../access/requireAdmin.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'

/** How the bots of all courses are, for operators. */
export type FleetState = {
  states: { state: BotState; count: number }[]
  errors: { code: string; count: number }[]
  /** ISO time of the longest ago of the last looks; null when no bot was looked at yet. */
  oldestCheckAt: string | null
  /** Bots whose look is overdue by more than a quarter of an hour. */
  overdue: number
  /** What waits to be done outside. */
  waiting: { topic: OutboxTopic; count: number }[]
  platform: { username: string | null; problem: string | null }
}

const overdueMs = 15 * 60_000

/** @throws {AppError} unauthenticated (401); {Forbidden} (403) */
export const describeFleet = async (req: PayloadRequest): Promise<FleetState> => {
  requireAdmin(req)
  const { pool } = req.payload.db
  const [states, errors, checks, waiting, platform] = await Promise.all([
    pool.query<FleetState['states'][number]>(
      'SELECT state::text, count(*)::int FROM bots GROUP BY 1 ORDER BY 2 DESC, 1',
    ),
    pool.query<FleetState['errors'][number]>(
      `SELECT error_code AS code, count(*)::int FROM bots WHERE error_code IS NOT NULL
       GROUP BY 1 ORDER BY 2 DESC, 1`,
    ),
    pool.query<{ oldest: Date | null; overdue: number }>(
      `SELECT min(checked_at) AS oldest, (count(*) FILTER (WHERE check_due_at < $1))::int AS overdue
       FROM bots WHERE sealed_token IS NOT NULL`,
      [new Date(now().getTime() - overdueMs)],
    ),
    pool.query<FleetState['waiting'][number]>(
      'SELECT topic::text, count(*)::int FROM outbox WHERE due_at <= $1 GROUP BY 1 ORDER BY 2 DESC, 1',
      [now()],
    ),
    readPlatform(req),
  ])
  const { oldest = null, overdue = 0 } = checks.rows[0] ?? {}
  return {
    states: states.rows,
    errors: errors.rows,
    oldestCheckAt: oldest?.toISOString() ?? null,
    overdue,
    waiting: waiting.rows,
    platform: { username: platform.username, problem: platform.problem },
  }
}
