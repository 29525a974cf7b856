import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { PayloadRequest } from 'payload'

/** Writes the request's body to a file. @returns how many bytes came; more than `max` are not written */
export const receiveBytes = async (req: PayloadRequest, path: string, max: number): Promise<number> => {
  if (!req.body) return 0
  let count = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length
      // Read to its end and thrown away, so that the answer reaches whoever sends.
      done(null, count <= max ? chunk : undefined)
    },
  })
  await pipeline(Readable.fromWeb(req.body as never), counter, createWriteStream(path))
  return count
}
