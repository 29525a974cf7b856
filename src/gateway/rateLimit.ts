import type { Request, RequestHandler } from 'express'
import { RateLimiterRes } from 'rate-limiter-flexible'

import { localeFrom, translate } from '../i18n/translate.ts'
import type { Limiter } from './createLimiter.ts'

/**
 * Passes while every key has points left, else 429 with Retry-After.
 * @param keysOf what is counted: addresses, sessions
 */
export const rateLimit =
  (limiter: Limiter, keysOf: (request: Request) => string[]): RequestHandler =>
  async (request, response, next) => {
    try {
      await Promise.all(keysOf(request).map((key) => limiter.consume(key)))
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      const locale = localeFrom(request.acceptsLanguages('ru', 'en') || 'en')
      const message = translate(locale, 'error.tooManyRequests', { seconds })
      const requestId = request.headers['x-request-id']
      response.status(429).set('Retry-After', String(seconds))
      response.json({ error: { code: 'tooManyRequests', message, requestId }, errors: [{ message }] })
      return
    }
    next()
  }
