import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

import type { PayloadRequest } from 'payload'

import { readEnv } from '../../env.ts'
import { AppError } from '../../errors/AppError.ts'
import { createFormParser } from '../media/createFormParser.ts'
import { cleanName } from '../media/cleanName.ts'
import { incomingFolder } from '../media/incomingFolder.ts'

export type ReceivedUpload = {
  /** The archive, or a folder with the one page in it. */
  location: string
  /** What the person's file is called. */
  name: string
  fields: Record<string, string>
  remove: () => Promise<void>
}

const page = /\.(md|markdown|mdx|rmd|qmd)$/i

const invalid = (cause?: unknown) => new AppError({ code: 'inputInvalid', status: 400, cause })

/**
 * An archive or a page that comes as a form: written to the disk piece by piece, whatever its size. Whoever takes it
 * removes it; what is refused is removed here.
 * @throws {AppError} importNoFile, bodyTooLarge, inputInvalid
 */
export const receiveUpload = async (req: PayloadRequest): Promise<ReceivedUpload> => {
  const { MEDIA_DIR, IMPORT_MAX_MB: megabytes } = readEnv()
  const folder = path.join(incomingFolder(MEDIA_DIR), randomUUID())
  const remove = () => rm(folder, { recursive: true, force: true })
  if (!req.body) throw invalid()
  const parser = createFormParser(req.headers.get('content-type'), megabytes * 1024 * 1024)
  await mkdir(folder, { recursive: true })

  const fields: Record<string, string> = {}
  const files: { location: string; name: string; isWritten: Promise<void> }[] = []
  parser.on('field', (name, value) => {
    fields[name] = value
  })
  parser.on('file', (_name, stream, { filename }) => {
    const name = path.basename(filename ?? '')
    const isPage = page.test(name)
    // What a page is called says where it belongs; an archive says that itself.
    const clean = cleanName(name, path.extname(name).slice(1).toLowerCase())
    const location = isPage
      ? path.join(folder, path.parse(clean).name, clean)
      : path.join(folder, 'archive.zip')
    stream.on('limit', () => {
      const error = new AppError({ code: 'bodyTooLarge', status: 413, details: { megabytes } })
      stream.destroy(error)
    })
    const isWritten = mkdir(path.dirname(location), { recursive: true }).then(() =>
      pipeline(stream, createWriteStream(location)),
    )
    // What goes wrong is said once, below.
    isWritten.catch((error: unknown) => parser.destroy(error as Error))
    files.push({ location: isPage ? path.dirname(location) : location, name, isWritten })
  })
  try {
    await pipeline(Readable.fromWeb(req.body as NodeReadableStream), parser)
    const [file] = files
    await file?.isWritten
    if (file === undefined || file.name === '') throw new AppError({ code: 'importNoFile', status: 422 })
    return { location: file.location, name: file.name, fields, remove }
  } catch (error) {
    await remove()
    throw error instanceof AppError ? error : invalid(error)
  }
}
