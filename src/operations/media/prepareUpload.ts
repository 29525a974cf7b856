import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { readEnv } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import { cleanName } from './cleanName.ts'
import { cleanUpload, type CleanUpload } from './cleanUpload.ts'
import { incomingFolder } from './incomingFolder.ts'
import { sniffFile } from './sniffFile.ts'

export type PreparedUpload = CleanUpload & { originalName: string }

const megabyte = 1024 * 1024
const maxImageMegabytes = 20

const requireSize = (bytes: number, max: number): void => {
  if (bytes > max * megabyte) throw new AppError({ code: 'mediaTooLarge', status: 413, details: { max } })
}

/** Names of text keep their ending (`main.py`); those of all else get the ending of what they are. */
const nameFor = (name: string, extension: string, { kind, mime, extension: found }: CleanUpload): string => {
  const isTelling = kind === 'file' && /^[a-z0-9]{1,10}$/.test(extension)
  const isOpaque = ['text/plain', 'application/octet-stream', 'application/xml'].includes(mime)
  return cleanName(name, isTelling && isOpaque ? extension : found)
}

/**
 * Puts in place of the request's file what is kept of it: sniffed, cleaned, under a name that nobody can guess.
 * It lies in a file and not in memory, whatever its size.
 * @throws {AppError} mediaEmpty, mediaTooLarge, and what `cleanUpload` refuses
 */
export const prepareUpload = async (req: PayloadRequest): Promise<PreparedUpload> => {
  const { file } = req
  if (!file) throw new Error('there is no file to prepare')
  const env = readEnv()
  const folder = incomingFolder(env.MEDIA_DIR)
  await mkdir(folder, { recursive: true })
  const from = file.tempFilePath ?? path.join(folder, randomUUID())
  const to = path.join(folder, randomUUID())
  try {
    if (file.tempFilePath === undefined || file.tempFilePath === '') await writeFile(from, file.data)
    const { size } = await stat(from)
    if (size === 0) throw new AppError({ code: 'mediaEmpty', status: 422 })
    requireSize(size, env.MEDIA_MAX_FILE_MB)
    const sniffed = await sniffFile(from)
    if (sniffed.mime.startsWith('image/')) requireSize(size, maxImageMegabytes)
    const extension = path.extname(file.name).slice(1).toLowerCase()
    const clean = await cleanUpload(from, sniffed, extension, to)
    req.file = {
      data: Buffer.alloc(0),
      mimetype: clean.mime,
      name: `${randomUUID()}.${clean.extension}`,
      size: (await stat(to)).size,
      tempFilePath: to,
    }
    return { ...clean, originalName: nameFor(file.name, extension, clean) }
  } catch (error) {
    await rm(to, { force: true })
    throw error
  } finally {
    await rm(from, { force: true })
  }
}
