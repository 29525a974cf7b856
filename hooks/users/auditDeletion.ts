import type { CollectionAfterDeleteHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'

export const auditDeletion: CollectionAfterDeleteHook = ({ id, req }) =>
  auditRequest(req, { act: 'accountDeleted', on: slugs.users, id: String(id) })
