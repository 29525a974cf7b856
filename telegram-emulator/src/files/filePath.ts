import { fileIdFor, parseFileId } from './fileIds.ts'
import { extensionOf } from './mimeTypes.ts'
import type { FileKind, FileRecord } from './types.ts'

/** As the official server calls its folders. */
const FOLDERS: Record<FileKind, string> = {
  photo: 'photos',
  video: 'videos',
  animation: 'animations',
  audio: 'music',
  voice: 'voice',
  video_note: 'video_notes',
  document: 'documents',
  sticker: 'stickers',
  thumbnail: 'thumbnails',
}

/** Of every voice message, whatever its sound is encoded with. */
const VOICE_EXTENSION = '.oga'

/** Where one bot finds a file below /file/bot<token>/. It follows from both, so that it outlives a restart. */
export function filePath(botId: number, record: FileRecord): string {
  const own = /\.\w{1,8}$/.exec(record.name)?.[0]
  const extension = own ?? (record.kind === 'voice' ? VOICE_EXTENSION : extensionOf(record.mime))
  return `${FOLDERS[record.kind]}/file_${fileIdFor(botId, record.id)}${extension}`
}

/** The id of the file at a path; undefined for a path that this bot was never given. */
export function fileAtPath(botId: number, path: string): string | undefined {
  const [, fileId] = /^[a-z_]+\/file_([\w-]+)(?:\.\w+)?$/.exec(path) ?? []
  if (!fileId) return undefined
  try {
    const { uniqueId, isOwn } = parseFileId(botId, fileId)
    return isOwn ? uniqueId : undefined
  } catch {
    return undefined
  }
}
