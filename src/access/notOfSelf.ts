import type { FieldAccess } from 'payload'

import { idOf } from '../operations/idOf.ts'
import { activeUser } from './activeUser.ts'

/**
 * A field for those who look at what somebody else has done, in a document that its `user` may read too. Asked
 * without a document, as for a filter, it is for the roles that look at others.
 */
export const notOfSelf: FieldAccess = ({ req, doc }) => {
  const user = activeUser(req)
  if (user === null) return false
  if (user.role === 'admin') return true
  return doc === undefined ? user.role === 'creator' : idOf(doc.user) !== user.id
}
