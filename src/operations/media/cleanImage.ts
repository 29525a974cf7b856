import { rm } from 'node:fs/promises'

import sharp, { type Sharp, type SharpOptions } from 'sharp'

import type { MediaFile } from '../../contracts/mediaFile.ts'
import { AppError } from '../../errors/AppError.ts'
import { drawSvg } from './drawSvg.ts'

export type CleanImage = {
  kind: Extract<MediaFile['kind'], 'image' | 'animation'>
  mime: 'image/jpeg' | 'image/png' | 'image/gif'
  extension: 'jpg' | 'png' | 'gif'
}

/** More pixels, those of all frames together, are not worth the memory that they take. */
const maxMegapixels = 64
const maxPixels = maxMegapixels * 1_000_000
/** The longer side of Telegram's largest photo. */
const maxSide = 2560
/** Telegram takes a photo up to 10 MB. */
const maxPhotoBytes = 10 * 1024 * 1024
const maxSeconds = 30

const options = (more: SharpOptions = {}): SharpOptions => ({
  limitInputPixels: maxPixels,
  failOn: 'error',
  ...more,
})

const unreadable = (cause: unknown): AppError =>
  cause instanceof Error && /pixel limit/i.test(cause.message)
    ? new AppError({ code: 'mediaTooManyPixels', status: 422, details: { max: maxMegapixels }, cause })
    : new AppError({ code: 'mediaUnreadable', status: 422, cause })

const shrink = (image: Sharp): Sharp =>
  image.resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })

const write = async (image: Sharp, to: string, isLossless: boolean): Promise<CleanImage> => {
  // Where a photo is transparent, Telegram shows black.
  const still = shrink(image.autoOrient()).flatten({ background: '#ffffff' }).timeout({ seconds: maxSeconds })
  if (isLossless) {
    const { size } = await still.clone().png({ compressionLevel: 9 }).toFile(to)
    if (size <= maxPhotoBytes) return { kind: 'image', mime: 'image/png', extension: 'png' }
  }
  await still.jpeg({ quality: 90 }).toFile(to)
  return { kind: 'image', mime: 'image/jpeg', extension: 'jpg' }
}

const cleanSvg = async (from: string, to: string): Promise<CleanImage> => {
  const drawn = `${to}.drawn.png`
  try {
    await drawSvg(from, drawn, maxPixels)
    return await write(sharp(drawn, options()), to, true)
  } finally {
    await rm(drawn, { force: true })
  }
}

/**
 * Writes the picture anew, as a form that Telegram takes: upright, not larger than it shows, and without what a
 * camera or a program wrote into the file (place, names, serial numbers).
 * @throws {AppError} mediaTooManyPixels, mediaUnreadable (422), mediaTooLarge (413)
 */
export const cleanImage = async (from: string, mime: string, to: string): Promise<CleanImage> => {
  try {
    if (mime === 'image/svg+xml') return await cleanSvg(from, to)
    const { pages = 1 } = await sharp(from, options()).metadata()
    if (pages > 1 && ['image/gif', 'image/webp'].includes(mime)) {
      const moving = sharp(from, options({ animated: true }))
      await shrink(moving).timeout({ seconds: maxSeconds }).gif().toFile(to)
      return { kind: 'animation', mime: 'image/gif', extension: 'gif' }
    }
    return await write(sharp(from, options()), to, ['image/png', 'image/gif'].includes(mime))
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error)
  }
}
