import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { transactionOf } from '../transactionOf.ts'

/** A student who makes a course is a creator from then on. */
export const becomeCreator = async (req: PayloadRequest): Promise<void> => {
  const { user } = req
  if (user?.role !== 'student') return
  const db = await transactionOf(req)
  await db.execute(
    sql`UPDATE users SET role = 'creator', updated_at = now() WHERE id = ${user.id}::uuid AND role = 'student'`,
  )
  const details = { from: user.role, to: 'creator' }
  await auditRequest(req, { act: 'roleChanged', on: slugs.users, id: user.id, details })
  req.user = { ...user, role: 'creator' }
}
