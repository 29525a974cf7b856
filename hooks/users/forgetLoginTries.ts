import type { CollectionAfterLoginHook } from 'payload'

import { clientLoginKey, loginKey } from '../../src/gateway/loginKey.ts'
import { processState } from '../../src/processState.ts'
import type { User } from '../../src/payload-types.ts'

/** Whoever signs in is no guesser: the counts of tries start anew. */
export const forgetLoginTries: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  if (!user.email) return
  const { loginLimiter, accountLoginLimiter } = processState()
  await loginLimiter?.delete(clientLoginKey(user.email, req.headers))
  await accountLoginLimiter?.delete(loginKey(user.email))
}
