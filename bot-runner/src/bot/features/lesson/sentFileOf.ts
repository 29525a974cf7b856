import type { Message } from 'grammy/types'

import type { SentFile } from '../../../../../src/contracts/lessonEvent.ts'
import { cleanText } from '../../cleanText.ts'

/** Telegram's name of a kind of file, and ours. An animation is told as a document too: it comes first. */
const kinds = [
  ['animation', 'animation'],
  ['video_note', 'videoNote'],
  ['voice', 'voice'],
  ['audio', 'audio'],
  ['video', 'video'],
  ['document', 'document'],
] as const

/** What the kinds of files have of all that one may have. */
type AnyFile = {
  file_id: string
  file_unique_id: string
  file_size?: number
  file_name?: string
  mime_type?: string
  duration?: number
}

const cleanOrNull = (text: string | undefined, max: number): string | null =>
  text === undefined ? null : cleanText(text, max)

const describe = (kind: SentFile['kind'], file: AnyFile, albumId: string | undefined): SentFile => ({
  kind,
  fileId: file.file_id,
  uniqueId: file.file_unique_id,
  bytes: file.file_size ?? null,
  name: cleanOrNull(file.file_name, 255),
  mimeType: cleanOrNull(file.mime_type, 127),
  duration: file.duration ?? null,
  albumId: albumId ?? null,
})

/** The file of a message; of a photo its largest size. null: it has none. */
export const sentFileOf = (message: Message): SentFile | null => {
  const { media_group_id: albumId } = message
  const photo = message.photo?.at(-1)
  if (photo !== undefined) return describe('photo', photo, albumId)
  for (const [field, kind] of kinds) {
    const file: AnyFile | undefined = message[field]
    if (file !== undefined) return describe(kind, file, albumId)
  }
  return null
}
