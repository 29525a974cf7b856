import { open, type FileHandle } from 'node:fs/promises'

import { AppError } from '../../errors/AppError.ts'

/** Of the picture as it is shown; null where the file does not say. */
export type Mp4Facts = { width: number | null; height: number | null; duration: number | null }

type Box = { type: string; start: number; body: number; end: number }

/** Boxes that hold boxes, on the way to what we look for. */
const containers = new Set(['moov', 'trak', 'mdia'])
/** Where cameras and programs write place, device and names. */
const personal = new Set(['udta', 'meta', 'uuid'])
const maxBoxes = 10_000
const zeros = Buffer.alloc(64 * 1024)

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new AppError({ code: 'mediaUnreadable', status: 422 })
  return buffer
}

const readBox = async (file: FileHandle, start: number, limit: number): Promise<Box> => {
  const head = await readAt(file, start, 8)
  const type = head.toString('latin1', 4, 8)
  const size = head.readUInt32BE(0)
  if (size === 0) return { type, start, body: start + 8, end: limit }
  const long = size === 1 ? Number((await readAt(file, start + 8, 8)).readBigUInt64BE(0)) : size
  const body = start + (size === 1 ? 16 : 8)
  if (long < body - start || start + long > limit)
    throw new AppError({ code: 'mediaUnreadable', status: 422 })
  return { type, start, body, end: start + long }
}

/** The box stays where it is and as long as it is, so that no offset in the file has to change. */
const erase = async (file: FileHandle, box: Box): Promise<void> => {
  await file.write(Buffer.from('free'), 0, 4, box.start + 4)
  for (let at = box.body; at < box.end; at += zeros.length)
    await file.write(zeros, 0, Math.min(zeros.length, box.end - at), at)
}

const readDuration = async (file: FileHandle, { body }: Box): Promise<number | null> => {
  const isLong = (await readAt(file, body, 1))[0] === 1
  const bytes = await readAt(file, body, isLong ? 32 : 20)
  const scale = bytes.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? Number(bytes.readBigUInt64BE(24)) : bytes.readUInt32BE(16)
  return scale === 0 ? null : Math.round((length / scale) * 1000) / 1000
}

/** The last eight bytes of a track's head: 16.16 fixed point numbers. A quarter turn swaps them. */
const readSize = async (file: FileHandle, { end }: Box): Promise<[number, number]> => {
  const bytes = await readAt(file, end - 44, 44)
  const [width, height] = [bytes.readUInt32BE(36) >>> 16, bytes.readUInt32BE(40) >>> 16]
  const isTurned = bytes.readInt32BE(0) === 0 && bytes.readInt32BE(4) !== 0
  return isTurned ? [height, width] : [width, height]
}

/**
 * Takes out of an MP4, in place, what a camera wrote into it besides picture and sound.
 * @throws {AppError} mediaUnreadable (422) when its boxes do not fit into each other
 */
export const cleanMp4 = async (path: string): Promise<Mp4Facts> => {
  const file = await open(path, 'r+')
  const facts: Mp4Facts = { width: null, height: null, duration: null }
  let boxes = 0

  const walk = async (from: number, limit: number): Promise<void> => {
    for (let at = from; at + 8 <= limit;) {
      if (++boxes > maxBoxes) throw new AppError({ code: 'mediaUnreadable', status: 422 })
      const box = await readBox(file, at, limit)
      if (personal.has(box.type)) await erase(file, box)
      else if (containers.has(box.type)) await walk(box.body, box.end)
      else if (box.type === 'mvhd') facts.duration = await readDuration(file, box)
      else if (box.type === 'tkhd') {
        const [width, height] = await readSize(file, box)
        if (width > 0 && height > 0) Object.assign(facts, { width, height })
      }
      at = box.end
    }
  }

  try {
    await walk(0, (await file.stat()).size)
    return facts
  } finally {
    await file.close()
  }
}
