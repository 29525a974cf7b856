import { FORMAT_MIME, mediaFormat, type MediaFormat } from '../../../files/mediaFormat.ts'
import { mimeTypeOf } from '../../../files/mimeTypes.ts'
import { addPhoto, BadImage } from '../../../files/photoSizes.ts'
import { readImage } from '../../../files/readImage.ts'
import { readPlayed } from '../../../files/readPlayed.ts'
import { sentKind } from '../../../files/sentKind.ts'
import { addThumbnail, makeThumbnail } from '../../../files/thumbnails.ts'
import type { FileStore } from '../../../files/fileStore.ts'
import type { FileAttributes, FileKind, FileRecord, UploadedFile } from '../../../files/types.ts'
import { badRequest } from '../botApiError.ts'
import { MediaError } from './mediaError.ts'

export interface UploadOptions {
  /** The picture that came with it. */
  thumbnail?: UploadedFile | undefined
  /** A document stays one, whatever it holds. */
  isAsIs?: boolean
  /** It is of the kind that was asked for, since a person's app has made it so. */
  isMade?: boolean
}

/** A sticker that moves does not say how large it is: it is always this wide or high. */
const STICKER_SIDE = 512

/** Keeps what was uploaded as the kind that it turns out to be. */
export async function storeUpload(
  files: FileStore,
  upload: UploadedFile,
  asked: FileKind,
  attributes: Partial<FileAttributes> = {},
  { thumbnail, isAsIs = false, isMade = false }: UploadOptions = {},
): Promise<FileRecord> {
  if (upload.size === 0) throw badRequest('file must be non-empty')
  const path = await files.uploadPath(upload)
  if (asked === 'photo') {
    refuseTooLarge(upload, files.limits.photoBytes, 'a photo')
    return storePhoto(files, path)
  }
  if (asked === 'video_note') refuseTooLarge(upload, files.limits.videoNoteBytes, 'a video note')
  const format = await mediaFormat(path)
  const byName = mimeTypeOf(upload.name)
  const mime = byName ?? (format ? FORMAT_MIME[format] : upload.mime)
  const kind = isMade ? asked : sentKind({ kind: asked, mime, format, isDetected: !isAsIs })
  const picture = thumbnail
    ? await addThumbnail(files, thumbnail)
    : isPicture(kind, mime) && (await makeThumbnail(files, path))
  return files.add(kind, upload, {
    ...described(kind, { name: upload.name, mime }, format),
    ...(await fitting(kind, path, attributes)),
    ...(picture && { thumbnail: picture.id }),
  })
}

async function storePhoto(files: FileStore, path: string): Promise<FileRecord> {
  try {
    return await addPhoto(files, path)
  } catch (error) {
    if (error instanceof BadImage) throw new MediaError(error.message)
    throw error
  }
}

/** A voice message has a type by its sound and no name, a video message neither of its own. */
function described(kind: FileKind, own: { name: string; mime: string }, format: MediaFormat | undefined) {
  if (kind === 'video_note') return { name: '', mime: FORMAT_MIME.mp4 }
  if (kind !== 'voice') return own
  // Browsers record the same sound in a container for films.
  if (format === 'webm') return { name: '', mime: 'audio/webm' }
  return { name: '', mime: FORMAT_MIME[format ?? 'ogg_opus'] }
}

/** Whether the picture that stands for it can be made of the file itself. */
function isPicture(kind: FileKind, mime: string): boolean {
  return (kind === 'document' || kind === 'animation' || kind === 'sticker') && mime.startsWith('image/')
}

/** Of what the caller said those attributes that the kind has; where nothing was said, what the file itself says. */
async function fitting(
  kind: FileKind,
  path: string,
  { duration, width, height, title, performer, emoji }: Partial<FileAttributes>,
): Promise<Partial<FileAttributes>> {
  switch (kind) {
    case 'voice':
      return { duration: duration || (await lengthOf(path)) }
    case 'audio': {
      const own = await readPlayed(path)
      const [shownTitle, shownPerformer] = [title || own.title, performer || own.performer]
      return {
        duration: duration || (own.duration ?? 0),
        ...(shownTitle && { title: shownTitle }),
        ...(shownPerformer && { performer: shownPerformer }),
      }
    }
    case 'video_note':
      return { duration: duration || (await lengthOf(path)), width: width ?? 0 }
    case 'video':
    case 'animation': {
      const image = width && height ? undefined : await readImage(path)
      const own = { width: width || (image?.width ?? 0), height: height || (image?.height ?? 0) }
      return { duration: duration || (await lengthOf(path)), ...own }
    }
    case 'sticker': {
      const image = (await readImage(path)) ?? { width: STICKER_SIDE, height: STICKER_SIDE }
      return { width: image.width, height: image.height, ...(emoji && { emoji }) }
    }
    default:
      return {}
  }
}

async function lengthOf(path: string): Promise<number> {
  return (await readPlayed(path)).duration ?? 0
}

function refuseTooLarge({ size }: UploadedFile, limit: number, what: string): void {
  if (size > limit)
    throw badRequest(`file of size ${size} bytes is too big for ${what}; the maximum size is ${limit} bytes`)
}
