import type { CollectionBeforeOperationHook } from 'payload'

import { AppError } from '../../src/errors/AppError.ts'
import { loginKey } from '../../src/gateway/loginKey.ts'
import { consumeLimit } from '../../src/operations/identities/consumeLimit.ts'
import { processState } from '../../src/processState.ts'

/**
 * Sign-in tries that fail are counted per account too, whichever way they come (REST, GraphQL, admin); so are mails to
 * whoever forgot their password, per address, whether or not it has an account.
 */
export const limitLogins: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'forgotPassword') return args
  const { email } = (args as { data?: { email?: unknown } }).data ?? {}
  const key = loginKey(String(email))
  const { loginLimiter, mailLimiter } = processState()
  try {
    if (operation === 'login') await consumeLimit(loginLimiter, key)
    else await consumeLimit(mailLimiter, `address:${key}`)
  } catch (refusal) {
    if (refusal instanceof AppError) {
      req.responseHeaders ??= new Headers()
      req.responseHeaders.set('Retry-After', String(refusal.details?.seconds))
    }
    throw refusal
  }
  return args
}
