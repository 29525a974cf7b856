import type { Request, RequestHandler } from 'express'
import { RateLimiterRes } from 'rate-limiter-flexible'

import type { Limiter } from './createLimiter.ts'
import { refuse } from './refuse.ts'

/**
 * Passes while every key has points left, else 429 with Retry-After.
 * @param keysOf what is counted: addresses, sessions
 */
export const rateLimit =
  (limiter: Pick<Limiter, 'consume'>, keysOf: (request: Request) => string[]): RequestHandler =>
  async (request, response, next) => {
    try {
      await Promise.all(keysOf(request).map((key) => limiter.consume(key)))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      response.set('Retry-After', String(seconds))
      return refuse(request, response, { status: 429, code: 'tooManyRequests', values: { seconds } })
    }
    next()
  }
