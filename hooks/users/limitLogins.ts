import type { CollectionBeforeOperationHook } from 'payload'
import { RateLimiterRes } from 'rate-limiter-flexible'

import { AppError } from '../../src/errors/AppError.ts'
import { loginKey } from '../../src/gateway/loginKey.ts'
import { processState } from '../../src/processState.ts'

/** Sign-in tries that fail are counted per account too, whichever way they come (REST, GraphQL, admin). */
export const limitLogins: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const limiter = processState().loginLimiter
  if (operation !== 'login' || !limiter) return args
  const { email } = (args as { data?: { email?: unknown } }).data ?? {}
  try {
    await limiter.consume(loginKey(String(email)))
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set('Retry-After', String(seconds))
    throw new AppError({ code: 'tooManyRequests', status: 429, details: { seconds } })
  }
  return args
}
