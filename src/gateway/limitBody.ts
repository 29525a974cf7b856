import type { IncomingMessage } from 'node:http'
import { Readable, Transform } from 'node:stream'

import type { RequestHandler } from 'express'

import { AppError } from '../errors/AppError.ts'
import { knownEnv } from '../knownEnv.ts'
import { refuse } from './refuse.ts'

/** Files come as multipart, to where they are kept, and from runners as they are; nothing else is as large. */
const megabytesFor = (message: IncomingMessage & { originalUrl?: string }): number => {
  const path = message.originalUrl ?? message.url ?? ''
  if (/^\/api\/runner\/submissions\/files\//.test(path)) return 21
  if (!message.headers['content-type']?.startsWith('multipart/')) return 4
  const env = knownEnv()
  // A little more than the file: its fields, and what stands between the parts.
  if (/^\/api\/(v1\/)?media\b/.test(path)) return env.MEDIA_MAX_FILE_MB + 1
  if (/^\/api\/courses\/import\b/.test(path)) return env.IMPORT_MAX_MB + 1
  return 25
}

const bytes = (megabytes: number) => megabytes * 1024 * 1024

/** Refuses a body that says itself to be too large; Node holds a body to the length that it says. */
export const refuseHugeBodies: RequestHandler = (request, response, next) => {
  const megabytes = megabytesFor(request)
  if (Number(request.headers['content-length'] ?? 0) <= bytes(megabytes)) return next()
  refuse(request, response, { status: 413, code: 'bodyTooLarge', values: { megabytes } })
}

/** The body as a stream; one that does not say its length is counted, and fails when it is too large. */
export const limitedBody = (message: IncomingMessage): ReadableStream => {
  if (message.headers['content-length'] !== undefined) return Readable.toWeb(message) as ReadableStream
  const megabytes = megabytesFor(message)
  let count = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      if (count <= bytes(megabytes)) return done(null, chunk)
      // Read to its end and thrown away: closed in the middle, the refusal might not reach its reader.
      message.unpipe(counter).resume()
      done(new AppError({ code: 'bodyTooLarge', status: 413, details: { megabytes } }))
    },
  })
  // Not `pipeline`: it would close the connection before the refusal is out.
  message.once('error', (error) => counter.destroy(error))
  return Readable.toWeb(message.pipe(counter)) as ReadableStream
}
