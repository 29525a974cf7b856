import type { RequestHandler } from 'express'

import { refuse } from './refuse.ts'

const isReadable = (path: string): boolean => {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** A path that is badly encoded names nothing. */
export const refuseUnreadablePath: RequestHandler = (request, response, next) => {
  if (isReadable(request.path)) return next()
  refuse(request, response, { status: 400, code: 'inputInvalid' })
}
