import type { CollectionBeforeChangeHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import { endSessionsOf } from '../../src/operations/identities/endSessionsOf.system.ts'
import type { User } from '../../src/payload-types.ts'

/** A new password signs out of the API everywhere. Before: afterwards nothing tells that there was one. If the change fails, neither is left of this. */
export const auditPassword: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc && typeof data.password === 'string' && data.password !== '') {
    await auditRequest(req, { act: 'passwordChanged', on: slugs.users, id: originalDoc.id })
    await endSessionsOf(req, { userId: originalDoc.id })
  }
  return data
}
