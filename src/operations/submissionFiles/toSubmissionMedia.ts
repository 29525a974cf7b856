import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { SubmissionFile } from '../../payload-types.ts'

const kinds: Record<SubmissionFile['kind'], MediaFile['kind']> = {
  photo: 'image',
  document: 'file',
  video: 'video',
  audio: 'audio',
  voice: 'voice',
  videoNote: 'video',
  animation: 'animation',
}

/** A kept file as bots send it; null for one that is not kept. */
export const toSubmissionMedia = (file: SubmissionFile): MediaFile | null => {
  const { id, hash, kind, mimeType, filename, filesize, state } = file
  if (state !== 'kept' || !hash || !mimeType || !filename || !filesize) return null
  return {
    ...{ id, hash, kind: kinds[kind], mimeType, filename: file.originalName ?? filename, bytes: filesize },
    ...{ width: null, height: null, duration: file.duration ?? null, alt: '' },
  }
}
