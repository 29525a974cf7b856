import { open, type FileHandle } from 'node:fs/promises'

import { AppError } from '../../errors/AppError.ts'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endBytes = 22
const maxCommentBytes = 65_535
/** More entries than any lesson's archive has. */
const maxDirectoryBytes = 16 * 1024 * 1024
const maxUnpackedBytes = 4 * 1024 * 1024 * 1024
/** Small archives may well be mostly the same; large ones are not. */
const suspiciousBytes = 64 * 1024 * 1024
const maxRatio = 200

const readAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

const unpackedBytes = (directory: Buffer): number => {
  let total = 0
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    // 0xffffffff: larger than the field, which is too large whatever the real number is.
    total += directory.readUInt32LE(at + 24)
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.readUInt16LE(at + offset))
    at += 46 + name! + extra! + comment!
  }
  return total
}

/**
 * Refuses a zip (an office document is one too) that unpacks to far more than it seems: whoever opens it would
 * run out of space. Nothing is unpacked to find that out.
 * @throws {AppError} mediaArchiveBomb, mediaUnreadable (422)
 */
export const checkArchive = async (path: string): Promise<void> => {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const tailBytes = Math.min(size, endBytes + maxCommentBytes)
    const tail = await readAt(file, size - tailBytes, tailBytes)
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end === -1 || end + endBytes > tail.length || tail.readUInt32LE(end) !== endSignature)
      throw new AppError({ code: 'mediaUnreadable', status: 422 })
    const length = tail.readUInt32LE(end + 12)
    const position = tail.readUInt32LE(end + 16)
    const isBomb = (): AppError => new AppError({ code: 'mediaArchiveBomb', status: 422 })
    if (length > maxDirectoryBytes) throw isBomb()
    const unpacked = unpackedBytes(await readAt(file, position, length))
    if (unpacked > maxUnpackedBytes) throw isBomb()
    if (unpacked > suspiciousBytes && unpacked / size > maxRatio) throw isBomb()
  } finally {
    await file.close()
  }
}
