import type { Payload } from 'payload'

import type { BotFile } from '../../contracts/runnerMedia.ts'

/** Remembers what a bot has uploaded. Sorted, so that two who save the same files wait for each other in one order. */
export const saveBotFiles = async (options: {
  payload: Payload
  telegramBotId: number
  files: BotFile[]
}): Promise<void> => {
  const { payload, telegramBotId, files } = options
  await payload.db.pool.query(
    `INSERT INTO bot_files (telegram_bot_id, hash, form, file_id)
     SELECT DISTINCT ON (hash, form) $1::bigint, hash, form, "fileId"
     FROM jsonb_to_recordset($2::jsonb) AS f(hash text, form text, "fileId" text) ORDER BY hash, form
     ON CONFLICT (telegram_bot_id, hash, form) DO UPDATE SET file_id = excluded.file_id`,
    [telegramBotId, JSON.stringify(files)],
  )
}
