import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { Busboy } from 'busboy'
import type { Request } from 'express'

import { AppError } from '../errors/AppError.ts'
import { createFormParser } from '../operations/media/createFormParser.ts'

/** A file that came with a call, on the disk. */
export type ReceivedFile = { path: string; name: string; bytes: number; sha256: string }

export type ReceivedForm = {
  /** null: the form had none. */
  file: ReceivedFile | null
  fields: Record<string, string>
  remove: () => Promise<void>
}

const megabyte = 1024 * 1024
const write = async (stream: Readable, to: string, name: string): Promise<ReceivedFile> => {
  const hash = createHash('sha256')
  let bytes = 0
  const count = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(stream, count, createWriteStream(to))
  return { path: to, name, bytes, sha256: hash.digest('hex') }
}

/** Hands the request on piece by piece. What is refused is read to its end all the same, so that the refusal is heard. */
const feed = (request: Request, parser: Busboy, maxBytes: number): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    let count = 0
    const refuse = (error: unknown) => {
      request.off('data', countPiece).unpipe(parser)
      request.resume()
      reject(
        error instanceof AppError ? error : new AppError({ code: 'inputInvalid', status: 400, cause: error }),
      )
      // The file that it was writing ends here.
      parser.destroy()
    }
    // A body that says its length is held to it by the gateway.
    const countPiece = ({ length }: Buffer) => {
      count += length
      if (count <= maxBytes) return
      const details = { megabytes: Math.floor(maxBytes / megabyte) }
      refuse(new AppError({ code: 'bodyTooLarge', status: 413, details }))
    }
    request.on('data', countPiece).once('error', refuse)
    parser.once('error', refuse).once('close', resolve)
    request.pipe(parser)
  })

/**
 * A form with one `file`, which is written to `folder` piece by piece, whatever its size. Whoever takes it removes it; what
 * is refused is removed here.
 * @throws {AppError} mediaTooLarge, bodyTooLarge (413), inputInvalid (400)
 */
export const receiveFile = async (
  request: Request,
  { folder, megabytes }: { folder: string; megabytes: number },
): Promise<ReceivedForm> => {
  const parser = createFormParser(request.headers['content-type'], megabytes * megabyte)
  const to = path.join(folder, randomUUID())
  const remove = () => rm(to, { force: true })
  const fields = new Map<string, string>()
  let writing: Promise<ReceivedFile> | undefined
  let isTooLarge = false
  parser.on('field', (name, value) => void fields.set(name, value))
  parser.on('file', (name, stream, { filename }) => {
    if (name !== 'file' || writing !== undefined) return void stream.resume()
    stream.once('limit', () => (isTooLarge = true))
    writing = write(stream, to, path.basename(filename ?? ''))
    // What goes wrong is said once, below.
    writing.catch((cause: unknown) =>
      parser.destroy(new AppError({ code: 'internal', status: 500, isPublic: false, cause })),
    )
  })
  await mkdir(folder, { recursive: true })
  try {
    await feed(request, parser, (megabytes + 1) * megabyte)
    const file = (await writing) ?? null
    if (isTooLarge) throw new AppError({ code: 'mediaTooLarge', status: 413, details: { max: megabytes } })
    return { file, fields: Object.fromEntries(fields), remove }
  } catch (error) {
    await writing?.catch(() => undefined)
    await remove()
    throw error
  }
}
