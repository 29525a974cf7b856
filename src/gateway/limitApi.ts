import type { Request, RequestHandler } from 'express'
import type { RateLimiterMemory } from 'rate-limiter-flexible'

import type { Limiter } from './createLimiter.ts'
import { limitKeys } from './limitKeys.ts'
import { rateLimit } from './rateLimit.ts'

/** What anybody may read is mostly remembered here: asking Redis would cost more than answering. */
const isPlainRead = ({ method, path, headers }: Request): boolean =>
  method === 'GET' && path.startsWith('/v1/') && !headers.authorization && !headers.cookie

/**
 * So many requests a minute per address and session, counted for all web processes together; what anybody may read is
 * counted by each process for itself.
 */
export const limitApi = (perMinute: Limiter, readers: RateLimiterMemory): RequestHandler => {
  const plain = rateLimit(readers, limitKeys)
  const all = rateLimit(perMinute, limitKeys)
  return (request, response, next) => (isPlainRead(request) ? plain : all)(request, response, next)
}
