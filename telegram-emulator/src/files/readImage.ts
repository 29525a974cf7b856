import sharp from 'sharp'

/** Vector images are left out: a renderer would follow what they refer to. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif'])

interface Image {
  format: string
  /** Pixels as shown, turned as the image says. */
  width: number
  height: number
}

/** What an image file says of itself; undefined for what is not an image. */
export async function readImage(source: string | Buffer): Promise<Image | undefined> {
  try {
    const { format, autoOrient } = await sharp(source).metadata()
    return format && FORMATS.has(format) ? { format, ...autoOrient } : undefined
  } catch {
    return undefined
  }
}
