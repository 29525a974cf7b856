import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

import type { FileStore } from './fileStore.ts'
import { mimeTypeOf } from './mimeTypes.ts'
import type { UploadedFile } from './types.ts'

interface Bounds {
  bytes: number
  /** Real milliseconds for all of it. */
  timeMs: number
}

/** The file at a URL, on the disk until it is taken. Rejects when it cannot be had whole within the bounds. */
export async function fetchFile(store: FileStore, url: string, bounds: Bounds): Promise<UploadedFile> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(bounds.timeMs),
    headers: { 'user-agent': 'TelegramBot (like TwitterBot)', accept: '*/*' },
  })
  const { body } = response
  try {
    if (!response.ok || !body) throw new Error(`it answered ${response.status}`)
    if (Number(response.headers.get('content-length')) > bounds.bytes) throw new Error('it is too large')
    const name = nameIn(response.url)
    const type = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
    const mime = type ?? mimeTypeOf(name) ?? 'application/octet-stream'
    return await store.receive(Readable.fromWeb(body as ReadableStream), { name, mime, limit: bounds.bytes })
  } catch (error) {
    if (body && !body.locked) await body.cancel()
    throw error
  }
}

function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
