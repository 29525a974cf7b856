import type { CollectionAfterLoginHook } from 'payload'

import { loginKey } from '../../src/gateway/loginKey.ts'
import { processState } from '../../src/processState.ts'
import type { User } from '../../src/payload-types.ts'

/** Whoever signs in is no guesser: the count of tries starts anew. */
export const forgetLoginTries: CollectionAfterLoginHook<User> = async ({ user }) => {
  if (user.email) await processState().loginLimiter?.delete(loginKey(user.email))
}
