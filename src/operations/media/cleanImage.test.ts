import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { cleanImage } from './cleanImage.ts'

describe('a drawing', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gongbu-svg-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it.each([
    ['in pixels', 'width="60" height="30"', 1600],
    ['in millimetres', 'width="55mm" height="27.5mm"', 1600],
    ['in inches', 'width="2in" height="1in"', 1600],
    ['without a size', '', 1600],
    ['of a wall', 'width="4000" height="2000"', 2560],
    ['of the smallest size', 'width="1" height="1"', 33],
  ])('should be as large as it is looked at: %s', async (_name, size, expected) => {
    const [from, to] = [path.join(folder, 'a.svg'), path.join(folder, 'a.png')]
    const view = size.includes('"1" height="1"') ? '0 0 1 1' : '0 0 200 100'
    await writeFile(
      from,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" ${size}><rect width="1" height="1"/></svg>`,
    )
    await cleanImage(from, 'image/svg+xml', to)
    const { width } = await sharp(to).metadata()
    expect(width).toBeGreaterThan(expected * 0.9)
    expect(width).toBeLessThan(expected * 1.1)
  })

  it('should be refused when it cannot be drawn, and leave nothing behind', async () => {
    const [from, to] = [path.join(folder, 'a.svg'), path.join(folder, 'a.png')]
    await writeFile(from, '<svg xmlns="http://www.w3.org/2000/svg" width="10"><rect')
    await expect(cleanImage(from, 'image/svg+xml', to)).rejects.toMatchObject({ code: 'mediaUnreadable' })
    await writeFile(from, '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>')
    await expect(cleanImage(from, 'image/svg+xml', to)).rejects.toMatchObject({ code: 'mediaTooManyPixels' })
    expect(await readdir(folder)).toEqual(['a.svg'])
  })
})
