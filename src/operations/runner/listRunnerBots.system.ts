import type { Payload } from 'payload'

import type { RunnerBotsResponse } from '../../contracts/runnerBots.ts'
import { AppError } from '../../errors/AppError.ts'
import { runnerBotSelect, toRunnerBot, type RunnerBotRow } from './runnerBotRow.ts'

/** Bots with a token: all, those changed at or after a time, or the one with that key. */
export const listRunnerBots = async (options: {
  payload: Payload
  changedAfter?: string
  key?: string
}): Promise<RunnerBotsResponse> => {
  const { payload, changedAfter, key } = options
  const now = new Date().toISOString()
  if (changedAfter !== undefined && Number.isNaN(Date.parse(changedAfter)))
    throw new AppError({ code: 'inputInvalid', status: 422, details: { path: 'changedAfter' } })
  const { rows } = await payload.db.pool.query<RunnerBotRow>(
    `${runnerBotSelect} AND ($1::timestamptz IS NULL OR b.changed_at >= $1) AND ($2::text IS NULL OR b.key = $2) ORDER BY b.id`,
    [changedAfter ?? null, key ?? null],
  )
  return { bots: rows.map(toRunnerBot), now }
}
