import type { CollectionBeforeChangeHook } from 'payload'

import { endSessionsOf } from '../../src/operations/identities/endSessionsOf.system.ts'
import type { User } from '../../src/payload-types.ts'

/** Deactivating an account signs it out everywhere, also where Payload asks for nothing but a session. */
export const endSessions: CollectionBeforeChangeHook<User> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (data.isActive !== false) return data
  if (operation === 'update' && originalDoc) await endSessionsOf(req, { userId: originalDoc.id })
  return { ...data, sessions: [] }
}
