import type { IncomingMessage } from 'node:http'

import busboy from 'busboy'

import { LIMITS } from '../api/bot/validate/limits.ts'
import { FileTooLarge, type FileStore } from './fileStore.ts'
import { mimeTypeOf } from './mimeTypes.ts'
import type { UploadedFile } from './types.ts'

export interface MultipartForm {
  fields: Record<string, string>
  files: Map<string, UploadedFile>
}

/**
 * Reads a multipart body part by part, the files straight to the disk. Throws FileTooLarge; the rest of the body
 * is then read and dropped, so that the sender hears the answer.
 */
export async function readMultipart(store: FileStore, request: IncomingMessage): Promise<MultipartForm> {
  const limit = store.limits.uploadBytes
  const fields = new Map<string, string>()
  const received = new Map<string, UploadedFile>()
  const receiving: Promise<void>[] = []
  const parser = busboy({
    headers: request.headers,
    defParamCharset: 'utf8',
    limits: { fieldSize: LIMITS.parametersBytes, files: LIMITS.filesPerRequest },
  })
  const read = new Promise<void>((resolve, reject) => {
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      // The whole request is bounded as one file is, apart from its fields.
      if (size > limit + LIMITS.parametersBytes) reject(new FileTooLarge(`more than ${limit} bytes`))
    })
    request.once('close', () => !request.complete && reject(new Error('the sender hung up')))
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) reject(new FileTooLarge(`more than ${LIMITS.parametersBytes} bytes in a field`))
      if (!fields.has(name)) fields.set(name, value)
    })
    parser.on('file', (name, stream, { filename, mimeType }) => {
      const mime = mimeTypeOf(filename ?? '') ?? mimeType
      const receive = async () => {
        received.set(name, await store.receive(stream, { name: filename ?? '', mime, limit }))
      }
      const part = receive()
      receiving.push(part)
      part.catch(reject)
    })
    // One broken form may fail twice: in a part's head and at its end. An error without a listener ends the process.
    parser.on('error', reject)
    parser.once('close', resolve)
    request.pipe(parser)
  })
  try {
    await read
    await Promise.all(receiving)
  } catch (error) {
    request.unpipe(parser)
    request.resume()
    parser.destroy()
    await Promise.allSettled(receiving)
    await store.discard(received.values())
    throw error
  }
  return { fields: Object.fromEntries(fields), files: received }
}
