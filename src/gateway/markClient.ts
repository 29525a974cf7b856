import type { RequestHandler } from 'express'

import { clientKey } from './clientKey.ts'

/** Tells Payload's hooks by what a request's sender is counted. Set here for every request, whatever it brought along. */
export const clientHeader = 'x-gongbu-client'

export const markClient: RequestHandler = (request, _response, next) => {
  request.headers[clientHeader] = clientKey(request.ip)
  next()
}
