import { LIMITS } from '../api/bot/validate/limits.ts'

/** What a file is to Telegram: it decides the field of the message, the folder of the path and the file's id. */
export type FileKind =
  | 'photo'
  | 'video'
  | 'animation'
  | 'audio'
  | 'voice'
  | 'video_note'
  | 'document'
  | 'sticker'
  /** The small picture that stands for another file; nothing can be sent as one. */
  | 'thumbnail'

/** What is known of a file besides its bytes. */
export interface FileAttributes {
  /** The name it came with; empty if it had none. */
  name: string
  /** MIME type. */
  mime: string
  /** Pixels. */
  width?: number
  height?: number
  /** Seconds. */
  duration?: number
  title?: string
  performer?: string
  /** Of a sticker. */
  emoji?: string
  /** The id of the picture that stands for it. */
  thumbnail?: string
  /** Of a photo's largest size: the ids of the smaller ones, the smallest first. */
  sizes?: string[]
}

export interface FileRecord extends FileAttributes {
  /** The file_unique_id, the same for every bot. */
  id: string
  kind: FileKind
  /** SHA-256 of the bytes in hexadecimal: their name on the disk. */
  content: string
  /** Bytes. */
  size: number
}

/** Bytes that came with a request or from a URL and wait on the disk until they are taken or thrown away. */
export interface UploadedFile {
  name: string
  mime: string
  size: number
  content: string
  path: string
}

export interface FileLimits {
  /** A file in a bot's request. */
  uploadBytes: number
  photoBytes: number
  videoNoteBytes: number
  /** A file at a URL. */
  webPhotoBytes: number
  webBytes: number
  /** What a bot can fetch. */
  downloadBytes: number
  /** All files together; beyond it the oldest go. */
  totalBytes: number
  totalCount: number
}

export const FILE_LIMITS: FileLimits = {
  uploadBytes: LIMITS.uploadBytes,
  photoBytes: LIMITS.photoBytes,
  videoNoteBytes: LIMITS.videoNoteBytes,
  webPhotoBytes: LIMITS.webPhotoBytes,
  webBytes: LIMITS.webBytes,
  downloadBytes: LIMITS.downloadBytes,
  totalBytes: 2 ** 30,
  totalCount: 100_000,
}
