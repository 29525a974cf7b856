import { copyFile } from 'node:fs/promises'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import { AppError } from '../../errors/AppError.ts'
import { checkArchive } from './checkArchive.ts'
import { cleanImage } from './cleanImage.ts'
import { cleanMp4 } from './cleanMp4.ts'
import { familyOfExtension, familyOfMime } from './fileFamily.ts'
import { isProgram } from './isProgram.ts'
import { readSoundDuration } from './readSoundDuration.ts'
import type { Sniffed } from './sniffFile.ts'

/** `extension`: that of the kept file, and of the name under which it is sent unless that has a telling one. */
export type CleanUpload = Pick<MediaFile, 'kind' | 'width' | 'height' | 'duration'> & Sniffed

const pictures = /^image\/(jpeg|png|webp|gif|avif|tiff|svg\+xml)$/
/** Work files of designers: no photos, and sent as they are. */
const drawings = /^image\/(vnd\.adobe\.photoshop|vnd\.dwg|x-xcf)$/
const sounds: Record<string, string> = {
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'audio/wav': 'wav',
  'audio/aac': 'aac',
}

const bare = (mime: string) => (mime === 'audio/x-m4a' ? 'audio/mp4' : mime)

/** A name that promises something else than what is inside is a mistake or a trick. */
const refuseLies = ({ mime }: Sniffed, extension: string): void => {
  const promised = familyOfExtension(extension)
  if (promised !== undefined && promised !== familyOfMime(mime))
    throw new AppError({ code: 'mediaMismatch', status: 422, details: { extension, found: mime } })
}

const plain = { width: null, height: null, duration: null }

/**
 * Makes of an uploaded file what is kept of it, at `to`: by what it is, not by what it is called.
 * @param extension of its name, in lower case
 * @throws {AppError} 422: mediaMismatch, mediaProgram, mediaImageForm, mediaUnreadable …
 */
export const cleanUpload = async (
  from: string,
  sniffed: Sniffed,
  extension: string,
  to: string,
): Promise<CleanUpload> => {
  const { mime } = sniffed
  if (isProgram(mime, extension) || isProgram(mime, sniffed.extension))
    throw new AppError({ code: 'mediaProgram', status: 422 })
  refuseLies(sniffed, extension)
  if (pictures.test(mime)) {
    const { kind, ...form } = await cleanImage(from, mime, to)
    // Its size Payload measures.
    return { ...plain, kind, ...form }
  }
  if (mime.startsWith('image/') && !drawings.test(mime))
    throw new AppError({ code: 'mediaImageForm', status: 422, details: { found: mime } })

  await copyFile(from, to)
  if (mime === 'video/mp4' || mime === 'video/x-m4v')
    return { kind: 'video', mime: 'video/mp4', extension: 'mp4', ...(await cleanMp4(to)) }
  // Telegram plays no other film in the chat; this one may carry the same traces of a camera.
  if (mime === 'video/quicktime') await cleanMp4(to)
  if (mime === 'audio/ogg; codecs=opus') {
    const duration = await readSoundDuration(to)
    return { ...plain, kind: 'voice', mime: 'audio/ogg', extension: 'ogg', duration }
  }
  const sound = sounds[mime]
  if (sound !== undefined) {
    const duration = await readSoundDuration(to)
    return { ...plain, kind: 'audio', mime: bare(mime), extension: sound, duration }
  }
  if (familyOfMime(mime) === 'archive' && /zip$|openxmlformats|opendocument|ms-/.test(mime))
    if (mime !== 'application/gzip') await checkArchive(to)
  return { ...plain, kind: 'file', ...sniffed }
}
