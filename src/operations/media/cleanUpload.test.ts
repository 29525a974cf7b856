import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AppError } from '../../errors/AppError.ts'
import { cleanUpload } from './cleanUpload.ts'
import { sniffFile } from './sniffFile.ts'
import * as sample from './testing/sampleFiles.ts'

let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbu-clean-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What is kept of a file of that name. */
const clean = async (content: Buffer | string, extension: string) => {
  const from = path.join(folder, `${++count}.in`)
  const to = path.join(folder, `${count}.out`)
  await writeFile(from, content)
  const kept = await cleanUpload(from, await sniffFile(from), extension, to)
  return { ...kept, path: to, bytes: await readFile(to) }
}
const refusal = (content: Buffer | string, extension: string): Promise<string> =>
  clean(content, extension).then(
    ({ kind }) => `taken as ${kind}`,
    (error: AppError) => error.code,
  )

describe('cleanUpload', () => {
  it('should set a picture upright and take out of it where it was taken', async () => {
    const photo = await sample.jpegWithPlace()
    expect(photo.includes(sample.place)).toBe(true)
    const { kind, mime, bytes } = await clean(photo, 'jpg')
    const { width, height, exif, orientation } = await sharp(bytes).metadata()
    expect({ kind, mime, width, height, exif, orientation }).toEqual({
      kind: 'image',
      mime: 'image/jpeg',
      width: 20,
      height: 40,
      exif: undefined,
      orientation: undefined,
    })
    expect(bytes.includes(sample.place)).toBe(false)
  })

  it('should make of each form of picture one that Telegram shows, not larger than it shows', async () => {
    expect(await clean(await sample.webp(), 'webp')).toMatchObject({ mime: 'image/jpeg', extension: 'jpg' })
    const { mime, bytes } = await clean(await sample.png(5000, 100), 'png')
    expect(mime).toBe('image/png')
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 2560, height: 51 })
  })

  it('should keep moving pictures moving', async () => {
    const { kind, mime, bytes } = await clean(await sample.gif(), 'gif')
    expect([kind, mime]).toEqual(['animation', 'image/gif'])
    expect((await sharp(bytes).metadata()).pages).toBe(2)
    expect(
      (
        await clean(
          await sharp(await sample.gif())
            .gif()
            .toBuffer(),
          'gif',
        )
      ).kind,
    ).toBe('image')
  })

  it('should draw an SVG: nothing in it runs, and nothing outside of it is read', async () => {
    const secret = path.join(folder, 'secret.png')
    await writeFile(
      secret,
      await sharp({ create: { width: 40, height: 20, channels: 3, background: '#f0f' } })
        .png()
        .toBuffer(),
    )
    const bad = `<script>alert(1)</script><image href="file://${secret}" width="40" height="20" onload="alert(1)"/>`
    const { kind, mime, bytes } = await clean(sample.svg(bad), 'svg')
    expect([kind, mime]).toEqual(['image', 'image/png'])
    expect(bytes.includes('script')).toBe(false)
    const { width } = await sharp(bytes).metadata()
    const { dominant } = await sharp(bytes).stats()
    // Sharp enough for a phone, however small it says to be.
    expect(width).toBeGreaterThan(1000)
    expect(dominant.b).toBeLessThan(60)
  })

  it('should refuse pictures of too many pixels before it unfolds them', async () => {
    expect(await refusal(sample.pixelBomb(), 'png')).toBe('mediaTooManyPixels')
    const huge = '<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><rect/></svg>'
    expect(await refusal(huge, 'svg')).toBe('mediaTooManyPixels')
  })

  it('should refuse a picture that is damaged or that no chat shows', async () => {
    expect(await refusal((await sample.png(64, 64)).subarray(0, 90), 'png')).toBe('mediaUnreadable')
    expect(await refusal(Buffer.from('424d36000000000000003600', 'hex'), 'bmp')).toBe('mediaImageForm')
  })

  it('should take out of a film where it was made, and leave all else in its place', async () => {
    const film = sample.mp4()
    const kept = await clean(film, 'mp4')
    expect(kept).toMatchObject({
      kind: 'video',
      mime: 'video/mp4',
      width: 640,
      height: 360,
      duration: 2.5,
    })
    expect(kept.bytes.length).toBe(film.length)
    expect(kept.bytes.includes(sample.place)).toBe(false)
    expect(kept.bytes.subarray(-64)).toEqual(film.subarray(-64))
    expect(await refusal(film.subarray(0, 60), 'mp4')).toBe('mediaUnreadable')
  })

  it('should tell voice from music, and know how long they are', async () => {
    expect(await clean(sample.opus(), 'ogg')).toMatchObject({ kind: 'voice', mime: 'audio/ogg', duration: 1 })
    const { kind, duration } = await clean(sample.mp3(), 'mp3')
    expect(kind).toBe('audio')
    expect(duration).toBeCloseTo(1.04, 1)
  })

  it('should take other files as they are', async () => {
    for (const [content, extension, mime] of [
      [sample.pdf(), 'pdf', 'application/pdf'],
      [sample.zip(), 'zip', 'application/zip'],
      [Buffer.from('print("owls")'), 'py', 'text/plain'],
      [Buffer.from('<html><script>alert(1)</script></html>'), 'html', 'text/plain'],
      [Buffer.from([1, 0, 2, 0]), 'dat', 'application/octet-stream'],
    ] as const) {
      const kept = await clean(content, extension)
      expect([kept.kind, kept.mime]).toEqual(['file', mime])
      expect(kept.bytes).toEqual(content)
    }
  })

  it('should refuse what is not what its name says', async () => {
    expect(await refusal(sample.pdf(), 'png')).toBe('mediaMismatch')
    expect(await refusal('<html></html>', 'jpg')).toBe('mediaMismatch')
    expect(await refusal(await sample.png(), 'pdf')).toBe('mediaMismatch')
    expect(await refusal(sample.svg(), 'txt')).toBe('mediaMismatch')
    expect(await refusal(sample.zip(), 'mp4')).toBe('mediaMismatch')
  })

  it('should refuse programs, by content and by name', async () => {
    expect(await refusal(sample.program(), 'dat')).toBe('mediaProgram')
    expect(await refusal(sample.program(), 'png')).toBe('mediaProgram')
    expect(await refusal('echo owls', 'bat')).toBe('mediaProgram')
  })

  it('should refuse archives that unpack to far more than they are', async () => {
    expect(await refusal(sample.zip(0xfffffffe), 'zip')).toBe('mediaArchiveBomb')
    expect(await refusal(sample.zip(100 * 1024 * 1024), 'docx')).toBe('mediaArchiveBomb')
    expect(await refusal(sample.zip().subarray(0, 40), 'zip')).toBe('mediaUnreadable')
  })

  it('should leave the uploaded file alone: whoever asked for it removes it', async () => {
    await clean(sample.pdf(), 'pdf')
    expect(await readdir(folder)).toContain(`${count}.in`)
  })
})
