import { randomBytes } from 'node:crypto'

import type { Upload } from './upload.ts'

export type MultipartBody = {
  contentType: string
  /** Known before a byte is read, so that the request says how long it is. */
  bytes: number
  /** Each file is opened when its turn comes. */
  read: (signal: AbortSignal) => AsyncGenerator<Uint8Array>
}

/** The file had another length than was said of it. */
export class UploadLengthError extends Error {
  constructor() {
    super('a file is not as long as the release says')
    this.name = 'UploadLengthError'
  }
}

const quoted = (name: string): string =>
  name.replaceAll(/[\r\n"]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

async function* checked(upload: Upload, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of await upload.open(signal)) {
    bytes += chunk.byteLength
    if (bytes > upload.bytes) break
    yield chunk
  }
  if (bytes !== upload.bytes) throw new UploadLengthError()
}

/** A call's fields and files as multipart/form-data; no file is ever held whole. */
export const multipartBody = (payload: object, uploads: Upload[]): MultipartBody => {
  const boundary = randomBytes(24).toString('base64url')
  const head = (disposition: string, type = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${type}\r\n`
  const fields = Object.entries(payload)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${head(`name="${name}"`)}${textOf(value)}\r\n`)
    .join('')
  const heads = uploads.map(({ name, filename, mimeType }) =>
    Buffer.from(head(`name="${name}"; filename="${quoted(filename)}"`, `Content-Type: ${mimeType}\r\n`)),
  )
  const before = Buffer.from(fields)
  const after = Buffer.from('\r\n')
  const end = Buffer.from(`--${boundary}--\r\n`)
  const files = uploads.reduce((sum, { bytes }, at) => sum + heads[at]!.length + bytes + after.length, 0)

  async function* read(signal: AbortSignal): AsyncGenerator<Uint8Array> {
    yield before
    for (const [at, upload] of uploads.entries()) {
      yield heads[at]!
      yield* checked(upload, signal)
      yield after
    }
    yield end
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    bytes: before.length + files + end.length,
    read,
  }
}
