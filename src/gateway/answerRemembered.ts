import type { Request, RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { RateLimiterMemory } from 'rate-limiter-flexible'

import { isKnownVersion } from '../api/isKnownVersion.ts'
import { peekPublished } from '../api/readyPublished.ts'
import { readOutline, readPublishedCourse } from '../operations/published/readPublished.system.ts'
import type { Metrics } from './createMetrics.ts'
import { exposedHeaders } from './allowOrigins.ts'
import { limitKeys } from './limitKeys.ts'
import { logRequest } from './logRequests.ts'
import { requestIdOf } from './requestId.ts'
import { answerHeaders } from './securityHeaders.ts'

const course = /^\/api\/v1\/courses\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(\/steps)?$/i

/** Whoever says who they are, or comes from another site, is answered on the long way. */
const isPlain = ({ method, headers }: Request): boolean =>
  method === 'GET' && !headers.authorization && !headers.cookie && !headers.origin

/**
 * What anybody may read of a published course and this process remembers is answered before all else: most of what such
 * an answer costs is the way to it. Counted, limited and logged like every other; whatever is unusual goes on.
 */
export const answerRemembered = (options: {
  pool: Pool
  /** The same that counts plain reads on the long way. */
  readers: RateLimiterMemory
  metrics: Metrics
  logger: Logger
  isHttps: boolean
}): RequestHandler => {
  const { pool, readers, metrics, logger } = options
  const steady = Object.entries({
    ...answerHeaders(options.isHttps),
    Vary: 'Origin, Authorization',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': exposedHeaders.join(','),
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'application/json; charset=utf-8',
  }).flat()
  const log = logRequest(logger)
  return async (request, response, next) => {
    const [, courseId = '', steps] = (isPlain(request) && course.exec(request.url)) || []
    const ready = courseId && peekPublished(pool, courseId, steps ? readOutline : readPublishedCourse)
    if (!ready) return next()
    const since = performance.now()
    const isAllowed = await Promise.all(limitKeys(request).map((key) => readers.consume(key))).then(
      () => true,
      () => false,
    )
    if (!isAllowed) return next()
    const id = requestIdOf(request)
    const { json, bytes, version } = ready
    const status = isKnownVersion(request.headers['if-none-match'], version) ? 304 : 200
    const own = ['X-Request-Id', id, 'ETag', `"${version}"`]
    if (status === 304) response.writeHead(304, [...steady, ...own]).end()
    else response.writeHead(200, [...steady, ...own, 'Content-Length', String(bytes)]).end(json)
    const ms = performance.now() - since
    const route = steps ? '/api/v1/courses/:courseId/steps' : '/api/v1/courses/:courseId'
    metrics.observe({ method: 'GET', route, status, seconds: ms / 1000 })
    log({ id, method: 'GET', path: request.url, status, ms })
  }
}
