import type { CollectionBeforeValidateHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import { endSessionsOf } from '../../src/operations/identities/endSessionsOf.system.ts'
import type { User } from '../../src/payload-types.ts'

/** A password that was forgotten is set anew. Of all hooks only this one is asked then, and without the account of before. */
export const auditReset: CollectionBeforeValidateHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && originalDoc === undefined && data?.id !== undefined) {
    await auditRequest(req, { act: 'passwordChanged', on: slugs.users, id: data.id, details: { by: 'mail' } })
    await endSessionsOf(req, { userId: data.id })
  }
  return data
}
