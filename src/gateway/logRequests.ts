import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

type Answered = {
  id: string
  method: string
  path: string
  status: number
  ms: number
  /** The connection was gone before the answer was out. */
  isCut?: boolean
}

/**
 * Writes one line per request: what was asked and how it ended. Nothing of headers, queries and bodies stands in it, so
 * there is nothing to look for and take out, which would cost more than the line.
 */
export const logRequest = (logger: Logger) => {
  const lines = logger.child({}, { redact: [] })
  return ({ id, method, path, status, ms, isCut = false }: Answered): void => {
    const level = status >= 500 ? 'error' : status >= 400 || isCut ? 'warn' : 'info'
    const req = { id, method, path }
    lines[level](
      { req, res: { statusCode: status }, responseTime: Math.round(ms) },
      isCut ? 'request aborted' : 'request completed',
    )
  }
}

/** Logs each request when its answer is out. */
export const logRequests = (logger: Logger): RequestHandler => {
  const log = logRequest(logger)
  return (request, response, next) => {
    const { method, originalUrl } = request
    if (originalUrl.startsWith('/_next')) return next()
    const since = performance.now()
    response.once('close', () => {
      const id = String(request.headers['x-request-id'])
      const [path = ''] = originalUrl.split('?')
      const isCut = !response.writableFinished
      log({ id, method, path, status: response.statusCode, ms: performance.now() - since, isCut })
    })
    next()
  }
}
