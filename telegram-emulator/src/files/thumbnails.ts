import sharp from 'sharp'

import { LIMITS } from '../api/bot/validate/limits.ts'
import type { FileStore } from './fileStore.ts'
import { readImage } from './readImage.ts'
import type { FileRecord, UploadedFile } from './types.ts'

const JPEG_QUALITY = 80
const ATTRIBUTES = { name: '', mime: 'image/jpeg' }

/** Keeps a thumbnail that came with a file; one that is no small JPEG is passed over, as by Telegram. */
export async function addThumbnail(store: FileStore, upload: UploadedFile): Promise<FileRecord | undefined> {
  if (upload.size > LIMITS.thumbnailBytes) return undefined
  const image = await readImage(await store.uploadPath(upload))
  if (image?.format !== 'jpeg') return undefined
  const { width, height } = image
  if (Math.max(width, height) > LIMITS.thumbnailSide) return undefined
  return store.add('thumbnail', upload, { ...ATTRIBUTES, width, height })
}

/** Makes the thumbnail of a picture that is sent as a file; undefined if it is none. */
export async function makeThumbnail(store: FileStore, path: string): Promise<FileRecord | undefined> {
  if (!(await readImage(path))) return undefined
  try {
    const { data, info } = await sharp(path)
      .autoOrient()
      .resize(LIMITS.thumbnailSide, LIMITS.thumbnailSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY })
      .toBuffer({ resolveWithObject: true })
    return await store.add('thumbnail', data, { ...ATTRIBUTES, width: info.width, height: info.height })
  } catch {
    // Cut short or too large to decode: it is kept without a picture.
    return undefined
  }
}
