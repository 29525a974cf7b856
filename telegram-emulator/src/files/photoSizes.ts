import sharp from 'sharp'

import { LIMITS } from '../api/bot/validate/limits.ts'
import type { FileStore } from './fileStore.ts'
import type { FileRecord, UploadedFile } from './types.ts'

/** The longest side of Telegram's sizes s, m, x and y. */
const SIDES = [90, 320, 800, 1280]
const JPEG_QUALITY = 87
/** Vector images are left out: a renderer would follow what they refer to. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'])

export class BadImage extends Error {}

interface Dimensions {
  width: number
  height: number
}

/** Width and height as shown, turned as the image says; undefined for what is not an image. */
async function readDimensions(path: string): Promise<Dimensions | undefined> {
  try {
    const { format, autoOrient } = await sharp(path).metadata()
    if (!format || !FORMATS.has(format)) return undefined
    return autoOrient
  } catch {
    return undefined
  }
}

/** Encodes a photo anew in Telegram's sizes; gives the largest, which names the others. Throws BadImage. */
export async function addPhoto(store: FileStore, upload: UploadedFile): Promise<FileRecord> {
  const image = await readDimensions(upload.path)
  if (!image) throw new BadImage('IMAGE_PROCESS_FAILED')
  const { width, height } = image
  const longest = Math.max(width, height)
  const isTooSteep = longest > LIMITS.photoRatio * Math.min(width, height)
  if (width + height > LIMITS.photoSides || isTooSteep) throw new BadImage('PHOTO_INVALID_DIMENSIONS')
  // No size is larger than the photo, and the first that holds it whole is the last.
  const last = SIDES.findIndex((side) => side >= longest)
  return addSizes(store, upload.path, last < 0 ? SIDES : SIDES.slice(0, last + 1))
}

async function addSizes(store: FileStore, path: string, sides: readonly number[]): Promise<FileRecord> {
  const scaled: Awaited<ReturnType<typeof scale>>[] = []
  try {
    for (const side of sides) scaled.push(await scale(path, side))
  } catch {
    throw new BadImage('IMAGE_PROCESS_FAILED')
  }
  let photo: FileRecord | undefined
  const sizes: string[] = []
  for (const { data, info } of scaled) {
    const { width, height } = info
    const isLargest = sizes.length === scaled.length - 1
    photo = await store.add('photo', data, {
      name: '',
      mime: 'image/jpeg',
      width,
      height,
      ...(isLargest && { sizes: [...sizes] }),
    })
    sizes.push(photo.id)
  }
  if (!photo) throw new BadImage('IMAGE_PROCESS_FAILED')
  return photo
}

function scale(path: string, side: number) {
  return sharp(path)
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer({ resolveWithObject: true })
}
