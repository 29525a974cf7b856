import sharp from 'sharp'

import { LIMITS } from '../api/bot/validate/limits.ts'
import type { FileStore } from './fileStore.ts'
import { readImage } from './readImage.ts'
import type { FileRecord } from './types.ts'

/** The longest side of Telegram's sizes s, m, x and y. */
const SIDES = [90, 320, 800, 1280]
/** The sides of the sizes a, b and c, which are squares. */
const PROFILE_SIDES = [160, 320, 640]
const JPEG_QUALITY = 87

export class BadImage extends Error {}

/** Encodes a photo anew in Telegram's sizes; gives the largest, which names the others. Throws BadImage. */
export async function addPhoto(store: FileStore, path: string): Promise<FileRecord> {
  const image = await readImage(path)
  if (!image) throw new BadImage('IMAGE_PROCESS_FAILED')
  const { width, height } = image
  const longest = Math.max(width, height)
  const isTooSteep = longest > LIMITS.photoRatio * Math.min(width, height)
  if (width + height > LIMITS.photoSides || isTooSteep) throw new BadImage('PHOTO_INVALID_DIMENSIONS')
  // No size is larger than the photo, and the first that holds it whole is the last.
  const last = SIDES.findIndex((side) => side >= longest)
  return addSizes(store, path, last < 0 ? SIDES : SIDES.slice(0, last + 1), 'inside')
}

/** Cuts a square out of the middle. Throws BadImage. */
export async function addProfilePhoto(store: FileStore, source: string | Buffer): Promise<FileRecord> {
  const image = await readImage(source)
  if (!image) throw new BadImage('IMAGE_PROCESS_FAILED')
  if (Math.min(image.width, image.height) < LIMITS.profilePhotoSide)
    throw new BadImage('PHOTO_CROP_SIZE_SMALL')
  return addSizes(store, source, PROFILE_SIDES, 'cover')
}

async function addSizes(
  store: FileStore,
  source: string | Buffer,
  sides: readonly number[],
  fit: 'inside' | 'cover',
): Promise<FileRecord> {
  const scaled: Awaited<ReturnType<typeof scale>>[] = []
  try {
    for (const side of sides) scaled.push(await scale(source, side, fit))
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

function scale(source: string | Buffer, side: number, fit: 'inside' | 'cover') {
  return sharp(source)
    .autoOrient()
    .resize(side, side, { fit, withoutEnlargement: fit === 'inside' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer({ resolveWithObject: true })
}
