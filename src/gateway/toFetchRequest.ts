import type { IncomingMessage } from 'node:http'

import { limitedBody } from './limitBody.ts'
import { toHeaders } from './toHeaders.ts'

/**
 * A Node request as the fetch `Request` that Payload's handlers take; the body streams through. HEAD is
 * asked as GET, of which Node sends the headers alone.
 */
export const toFetchRequest = (
  message: IncomingMessage,
  options: { origin: string; path: string; signal: AbortSignal },
): Request => {
  const method = message.method === 'HEAD' ? 'GET' : (message.method ?? 'GET')
  return new Request(new URL(options.path, options.origin), {
    method,
    headers: toHeaders(message.headers),
    body: method === 'GET' ? null : limitedBody(message),
    duplex: 'half',
    signal: options.signal,
  } as RequestInit)
}
