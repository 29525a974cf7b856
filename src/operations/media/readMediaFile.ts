import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

import type { PayloadRequest } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'

import type { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { Media, SubmissionFile } from '../../payload-types.ts'

/** A row of a collection that holds files, and which that is. */
export type StoredFile =
  | (Media & { collection: typeof slugs.media })
  | (SubmissionFile & { collection: typeof slugs.submissionFiles })
import { mediaHeaders } from './mediaHeaders.ts'

/** Storages other than the disk (S3) answer by handlers of their own. */
const askStorage = async (
  req: PayloadRequest,
  { collection, ...media }: StoredFile,
  filename: string,
): Promise<Response | undefined> => {
  for (const handler of req.payload.collections[collection].config.upload.handlers ?? []) {
    const response = await handler(req, { doc: media, params: { collection, filename } })
    if (response instanceof Response) return response
  }
  return undefined
}

const readDisk = async (
  req: PayloadRequest,
  { collection, mimeType }: StoredFile,
  filename: string,
): Promise<Response> => {
  const { staticDir = '' } = req.payload.collections[collection].config.upload
  const file = path.resolve(staticDir, path.basename(filename))
  const { size } = await stat(file).catch((cause: unknown) => {
    throw new AppError({ code: 'notFound', status: 404, cause })
  })
  const range = getRangeRequestInfo({ fileSize: size, rangeHeader: req.headers.get('range') })
  const headers = new Headers(range.headers)
  if (range.type === 'invalid') return new Response(null, { status: range.status, headers })
  headers.set('content-type', mimeType ?? 'application/octet-stream')
  const part = range.type === 'partial' ? { start: range.rangeStart, end: range.rangeEnd } : {}
  const stream = Readable.toWeb(createReadStream(file, part)) as ReadableStream
  return new Response(stream, { status: range.status, headers })
}

/** Quoted for old clients, encoded for all others. */
const disposition = (name: string): string => {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/**
 * A file's bytes, or the part of them that the request's `Range` asks for, as a stream. Who may have them is the
 * caller's business.
 * @throws {AppError} notFound (404) when the storage has no such file
 */
export const readMediaFile = async (req: PayloadRequest, media: StoredFile): Promise<Response> => {
  const { filename } = media
  if (!filename) throw new AppError({ code: 'notFound', status: 404 })
  const stored = (await askStorage(req, media, filename)) ?? (await readDisk(req, media, filename))
  if (stored.status === 404) throw new AppError({ code: 'notFound', status: 404 })
  if (stored.status >= 500) throw new AppError({ code: 'internal', status: 502, isPublic: false })
  const headers = mediaHeaders({ headers: new Headers(stored.headers) })
  headers.set('content-disposition', disposition(media.originalName ?? filename))
  return new Response(stored.body, { status: stored.status, headers })
}
