import type { Payload } from 'payload'

import type { BotFile } from '../../contracts/runnerMedia.ts'

/** What a bot of Telegram's has uploaded of these files. */
export const findBotFiles = async (options: {
  payload: Payload
  telegramBotId: number
  hashes: string[]
}): Promise<{ files: BotFile[] }> => {
  const { rows } = await options.payload.db.pool.query<BotFile>(
    `SELECT hash, form, file_id AS "fileId" FROM bot_files WHERE telegram_bot_id = $1 AND hash = ANY($2)`,
    [options.telegramBotId, options.hashes],
  )
  return { files: rows }
}
