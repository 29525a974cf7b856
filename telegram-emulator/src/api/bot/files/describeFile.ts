import type { PhotoSize } from '@grammyjs/types'

import { fileIdFor } from '../../../files/fileIds.ts'
import type { FileStore } from '../../../files/fileStore.ts'
import type { FileRecord } from '../../../files/types.ts'
import type { MessageContent } from '../../../state/types.ts'

/** What every object of the Bot API that stands for a file begins with. */
function fileFields(botId: number, { id, size }: FileRecord) {
  return { file_id: fileIdFor(botId, id), file_unique_id: id, file_size: size }
}

/** A photo's sizes, the smallest first. */
function photoSizes(store: FileStore, botId: number, photo: FileRecord): PhotoSize[] {
  const smaller = (photo.sizes ?? []).map((id) => store.get(id)).filter((size) => size !== undefined)
  return [...smaller, photo].map((size) => ({
    ...fileFields(botId, size),
    width: size.width ?? 0,
    height: size.height ?? 0,
  }))
}

/** The field of a message that shows the file, as the bot sees it. */
export function mediaContent(store: FileStore, botId: number, file: FileRecord): MessageContent {
  if (file.kind === 'photo') return { photo: photoSizes(store, botId, file) }
  const { duration = 0, width = 0, height = 0, name, mime, title, performer } = file
  const fields = fileFields(botId, file)
  const described = { ...fields, ...(name && { file_name: name }), mime_type: mime }
  switch (file.kind) {
    case 'video':
      return { video: { ...described, duration, width, height } }
    case 'animation':
      // The document is set too, for bots of the time before animations.
      return { animation: { ...described, duration, width, height }, document: described }
    case 'audio':
      return { audio: { ...described, duration, ...(title && { title }), ...(performer && { performer }) } }
    case 'voice':
      return { voice: { ...fields, duration, mime_type: mime } }
    case 'video_note':
      return { video_note: { ...fields, duration, length: width } }
    default:
      return { document: described }
  }
}
