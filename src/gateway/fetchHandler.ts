import type { RequestHandler } from 'express'

import { sendFetchResponse } from './sendFetchResponse.ts'
import { toFetchRequest } from './toFetchRequest.ts'

/** Serves a fetch-style handler (`Request` → `Response`) from Express. */
export const fetchHandler =
  (origin: string, handle: (request: Request) => Promise<Response>): RequestHandler =>
  async (request, response) => {
    const abort = new AbortController()
    // After a whole answer nothing is left to be given up.
    response.once('close', () => {
      if (!response.writableFinished) abort.abort()
    })
    const answer = await handle(
      toFetchRequest(request, { origin, path: request.originalUrl, signal: abort.signal }),
    )
    await sendFetchResponse(answer, response).catch((error: unknown) => {
      // The person went away while the answer was on its way.
      if (!response.destroyed) throw error
    })
    // What no handler wanted of the body is read away: the connection's next request stands behind it.
    if (!request.complete) request.removeAllListeners('data').resume()
  }
