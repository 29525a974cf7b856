import type { MediaFormat } from './mediaFormat.ts'
import type { FileKind } from './types.ts'

interface Sent {
  kind: FileKind
  mime: string
  format: MediaFormat | undefined
  /** Whether a document is looked into. */
  isDetected: boolean
}

const VOICE_FORMATS = new Set<MediaFormat | undefined>(['ogg_opus', 'mp3', 'm4a'])
const STICKER_FORMATS = new Set<MediaFormat | undefined>(['webp', 'webm', 'tgs'])
const FILM = new Set(['video/mp4', 'video/quicktime'])

/** What a file becomes that is sent as one kind: what does not fit it is sound or a document. */
export function sentKind(sent: Sent): FileKind {
  const { kind, mime, format } = sent
  const isFilm = format === 'mp4' || FILM.has(mime)
  const isGif = format === 'gif' || mime === 'image/gif'
  switch (kind) {
    case 'voice':
      return VOICE_FORMATS.has(format) ? 'voice' : soundKind(sent)
    case 'audio':
      return format === 'ogg_opus' ? 'voice' : soundKind(sent)
    case 'video':
      if (isGif) return 'animation'
      return isFilm ? 'video' : 'document'
    case 'animation':
      return isGif || isFilm ? 'animation' : 'document'
    case 'video_note':
      return isFilm ? 'video_note' : 'document'
    case 'sticker':
      return STICKER_FORMATS.has(format) ? 'sticker' : 'document'
    case 'document':
      return sent.isDetected ? detectedKind(format) : 'document'
    default:
      return kind
  }
}

function soundKind({ mime, format }: Sent): FileKind {
  return format === 'mp3' || format === 'm4a' || mime.startsWith('audio/') ? 'audio' : 'document'
}

function detectedKind(format: MediaFormat | undefined): FileKind {
  if (format === 'gif') return 'animation'
  if (format === 'mp4') return 'video'
  return format === 'mp3' || format === 'm4a' ? 'audio' : 'document'
}
