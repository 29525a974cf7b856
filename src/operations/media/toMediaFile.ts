import type { MediaFile } from '../../contracts/mediaFile.ts'
import type { Media } from '../../payload-types.ts'

/** A file as releases name it; null for one that was kept before files were hashed. */
export const toMediaFile = (media: Media): MediaFile | null => {
  const { id, hash, kind, mimeType, filename, filesize } = media
  if (!hash || !kind || !mimeType || !filename || !filesize) return null
  return {
    id,
    hash,
    kind,
    mimeType,
    filename: media.originalName ?? filename,
    bytes: filesize,
    width: media.width ?? null,
    height: media.height ?? null,
    duration: media.duration ?? null,
    alt: media.alt?.trim() ?? '',
  }
}
