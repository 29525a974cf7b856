import type { File } from '@grammyjs/types'

import { parseFileId } from '../../../files/fileIds.ts'
import { filePath } from '../../../files/filePath.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { fileFields } from '../files/describeFile.ts'

/** Where the file lies below /file/bot<token>/. */
export const getFile: BotApiMethod = ({ emulator: { files }, bot, parameters }): File => {
  const fileId = parameters.string('file_id')
  if (fileId === '') throw badRequest('file_id not specified')
  let named: ReturnType<typeof parseFileId>
  try {
    named = parseFileId(bot.id, fileId)
  } catch {
    throw badRequest('invalid file_id')
  }
  const file = named.isOwn ? files.get(named.uniqueId) : undefined
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > files.limits.downloadBytes) throw badRequest('file is too big')
  return { ...fileFields(bot.id, file), file_path: filePath(bot.id, file) }
}
