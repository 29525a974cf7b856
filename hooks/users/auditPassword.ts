import type { CollectionBeforeChangeHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import type { User } from '../../src/payload-types.ts'

/** Before: afterwards nothing tells that there was a new password. If the change fails, neither is left of this. */
export const auditPassword: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc && typeof data.password === 'string' && data.password !== '')
    await auditRequest(req, { act: 'passwordChanged', on: slugs.users, id: originalDoc.id })
  return data
}
