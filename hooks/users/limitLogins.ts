import type { CollectionBeforeOperationHook } from 'payload'

import { AppError } from '../../src/errors/AppError.ts'
import { clientLoginKey, loginKey } from '../../src/gateway/loginKey.ts'
import { clientHeader } from '../../src/gateway/markClient.ts'
import { consumeLimit } from '../../src/operations/identities/consumeLimit.ts'
import { processState } from '../../src/processState.ts'

/**
 * Sign-in tries that fail are counted per address and client, whichever way they come (REST, GraphQL, admin, platform API),
 * and, with many more allowed, per address alone: nobody keeps somebody else out with a few wrong passwords. All tries are
 * counted per client, as each is hashed; mails to whoever forgot their password are per address. None of it asks whether the
 * address has an account.
 */
export const limitLogins: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'forgotPassword') return args
  const { email } = (args as { data?: { email?: unknown } }).data ?? {}
  const address = String(email)
  const { signInLimiter, loginLimiter, accountLoginLimiter, mailLimiter } = processState()
  try {
    if (operation === 'forgotPassword') await consumeLimit(mailLimiter, `address:${loginKey(address)}`)
    else {
      await consumeLimit(signInLimiter, req.headers.get(clientHeader) ?? '')
      await consumeLimit(loginLimiter, clientLoginKey(address, req.headers))
      await consumeLimit(accountLoginLimiter, loginKey(address))
    }
  } catch (refusal) {
    if (refusal instanceof AppError) {
      req.responseHeaders ??= new Headers()
      req.responseHeaders.set('Retry-After', String(refusal.details?.seconds))
    }
    throw refusal
  }
  return args
}
