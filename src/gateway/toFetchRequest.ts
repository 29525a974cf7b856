import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

/** A Node request as the fetch `Request` that Payload's handlers take; the body streams through. */
export const toFetchRequest = (
  message: IncomingMessage,
  options: { origin: string; path: string; signal: AbortSignal },
): Request => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(message.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  const method = message.method ?? 'GET'
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(new URL(options.path, options.origin), {
    method,
    headers,
    body: hasBody ? (Readable.toWeb(message) as ReadableStream) : null,
    duplex: 'half',
    signal: options.signal,
  } as RequestInit)
}
