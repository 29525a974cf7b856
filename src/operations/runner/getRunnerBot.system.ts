import type { Payload } from 'payload'

import type { RunnerBotResponse } from '../../contracts/runnerBots.ts'
import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'
import { loadRelease } from './loadRelease.system.ts'
import { runnerBotSelect, toRunnerBot, type RunnerBotRow } from './runnerBotRow.ts'
import { wishedAccess } from './wishedAccess.system.ts'
import { wishedProfile } from './wishedProfile.ts'

/** A bot with the state in which it is to be. What it says of itself comes from the release, not from unfinished edits. */
export const getRunnerBot = async (options: {
  payload: Payload
  botId: string
}): Promise<RunnerBotResponse> => {
  const { payload, botId } = options
  const { rows } = isUuid(botId)
    ? await payload.db.pool.query<RunnerBotRow>(`${runnerBotSelect} AND b.id = $1`, [botId])
    : { rows: [] }
  const [row] = rows
  if (!row) throw new AppError({ code: 'notFound', status: 404 })
  const release = row.releaseId === null ? undefined : await loadRelease(payload.db.pool, row.releaseId)
  return {
    bot: toRunnerBot(row),
    wished: {
      isServing: row.isServing,
      isPaused: row.isPaused,
      isProven: row.isProven,
      isListening: row.isListening,
      isRotating: row.isRotating,
      access: await wishedAccess(payload, row),
      ...wishedProfile(release, release?.language ?? row.language),
    },
    applied: row.applied,
  }
}
