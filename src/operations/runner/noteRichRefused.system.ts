import type { Payload } from 'payload'

import { AppError } from '../../errors/AppError.ts'
import { isUuid } from '../isUuid.ts'

/**
 * Telegram refuses this bot rich messages. `changedAt` moves, so that every runner hears of it; there is nothing
 * to set up anew, hence no job.
 */
export const noteRichRefused = async (options: { payload: Payload; botId: string }): Promise<void> => {
  const { payload, botId } = options
  if (!isUuid(botId)) throw new AppError({ code: 'notFound', status: 404 })
  await payload.db.pool.query('UPDATE bots SET rich_refused_at = $2, changed_at = $2 WHERE id = $1', [
    botId,
    new Date(),
  ])
}
