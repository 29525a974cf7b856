import type { RequestHandler } from 'express'

/** Tells through which port a request came in. Set here for every request, whatever it brought along. */
export const doorHeader = 'x-gongbu-door'

export const markDoor =
  (isInternal: boolean): RequestHandler =>
  (request, _response, next) => {
    request.headers[doorHeader] = isInternal ? 'internal' : 'public'
    next()
  }
