import type { CollectionAfterLoginHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import type { User } from '../../src/payload-types.ts'

/** Whichever way a password came: admin, REST or GraphQL. At the platform API it is the session’s to write down. */
export const auditLogin: CollectionAfterLoginHook<User> = async ({ req, user }) => {
  if (req.context.opensApiSession === true) return
  const { id, role } = user
  await auditRequest(req, {
    act: 'signedIn',
    actor: { id, role },
    on: slugs.users,
    id,
    details: { by: 'password' },
  })
}
