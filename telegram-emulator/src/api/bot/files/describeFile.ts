import type { PhotoSize } from '@grammyjs/types'

import { fileIdFor } from '../../../files/fileIds.ts'
import type { FileStore } from '../../../files/fileStore.ts'
import type { FileRecord } from '../../../files/types.ts'
import type { MessageContent } from '../../../state/types.ts'

/** What every object of the Bot API that stands for a file begins with. */
export function fileFields(botId: number, { id, size }: FileRecord) {
  return { file_id: fileIdFor(botId, id), file_unique_id: id, file_size: size }
}

/** A photo's sizes, the smallest first. */
export function photoSizes(store: FileStore, botId: number, photo: FileRecord): PhotoSize[] {
  const smaller = (photo.sizes ?? []).map((id) => store.get(id)).filter((size) => size !== undefined)
  return [...smaller, photo].map((size) => photoSize(botId, size))
}

/** What belongs to the message and not to its file. */
export interface MessageMedia {
  /** The photo that stands for a video. */
  cover?: FileRecord | undefined
  /** Seconds from where a video is played. */
  startTimestamp?: number
}

/** The field of a message that shows the file, as the bot sees it. */
export function mediaContent(
  store: FileStore,
  botId: number,
  file: FileRecord,
  { cover, startTimestamp = 0 }: MessageMedia = {},
): MessageContent {
  if (file.kind === 'photo') return { photo: photoSizes(store, botId, file) }
  const { duration = 0, width = 0, height = 0, name, mime, title, performer } = file
  const fields = { ...thumbnailFields(store, botId, file), ...fileFields(botId, file) }
  const described = { ...fields, ...(name && { file_name: name }), mime_type: mime }
  switch (file.kind) {
    case 'video':
      return {
        video: {
          ...described,
          duration,
          width,
          height,
          ...(cover && { cover: photoSizes(store, botId, cover) }),
          ...(startTimestamp > 0 && { start_timestamp: startTimestamp }),
        },
      }
    case 'animation':
      // The document is set too, for bots of the time before animations.
      return { animation: { ...described, duration, width, height }, document: described }
    case 'audio':
      return { audio: { ...described, duration, ...(title && { title }), ...(performer && { performer }) } }
    case 'voice':
      return { voice: { ...fileFields(botId, file), duration, mime_type: mime } }
    case 'video_note':
      return { video_note: { ...fields, duration, length: width } }
    case 'sticker':
      return {
        sticker: {
          ...fields,
          type: 'regular',
          width,
          height,
          is_animated: mime === 'application/x-tgsticker',
          is_video: mime === 'video/webm',
          ...(file.emoji && { emoji: file.emoji }),
        },
      }
    default:
      return { document: described }
  }
}

function photoSize(botId: number, size: FileRecord): PhotoSize {
  return { ...fileFields(botId, size), width: size.width ?? 0, height: size.height ?? 0 }
}

/** The server still says it under the former name too. */
function thumbnailFields(
  store: FileStore,
  botId: number,
  { thumbnail: id }: FileRecord,
): { thumbnail?: PhotoSize; thumb?: PhotoSize } {
  const record = id === undefined ? undefined : store.get(id)
  if (!record) return {}
  const thumbnail = photoSize(botId, record)
  return { thumbnail, thumb: thumbnail }
}
