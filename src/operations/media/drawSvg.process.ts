import { readFile } from 'node:fs/promises'

import sharp from 'sharp'

const svgSide = 1600
const svgDpi = 72
const maxDpi = 2400

/**
 * A process of its own: `from to maxPixels`. librsvg draws it: scripts do not run, and nothing outside of the file is
 * loaded. But a kilobyte of filters can take it minutes, and nothing can stop it but the end of its process.
 */
const draw = async (from: string, to: string, maxPixels: number): Promise<void> => {
  const source = await readFile(from)
  const side = async (density: number): Promise<number> => {
    const { width = svgSide, height = svgSide } = await sharp(source, {
      density,
      limitInputPixels: false,
    }).metadata()
    return Math.max(width, height)
  }
  const densityOf = async (): Promise<number> => {
    const small = await side(svgDpi)
    if (small >= svgSide) return svgDpi
    const wished = Math.min(maxDpi, (svgDpi * svgSide) / small)
    // Drawings that are measured in millimetres grow with the square of the density.
    const growth = Math.max(1, Math.log((await side(wished)) / small) / Math.log(wished / svgDpi))
    return Math.min(maxDpi, svgDpi * (svgSide / small) ** (1 / growth))
  }
  await sharp(source, { density: await densityOf(), limitInputPixels: maxPixels, failOn: 'error' })
    .png({ compressionLevel: 1 })
    .toFile(to)
}

const [from = '', to = '', maxPixels] = process.argv.slice(2)
await draw(from, to, Number(maxPixels)).catch((error: unknown) => {
  process.stderr.write(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
