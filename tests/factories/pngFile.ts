import sharp from 'sharp'

/** A small picture, as an upload. */
export const pngFile = async (name: string) => {
  const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  return { data, mimetype: 'image/png', name, size: data.length }
}
