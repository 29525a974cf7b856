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
  const { rowCount } = await db.execute(
    sql`UPDATE users SET role = 'creator', updated_at = now() WHERE id = ${user.id}::uuid AND role = 'student'`,
  )
  if (rowCount === 0) {
    // Somebody else was faster: another course of theirs, or an administrator.
    const { rows } = await db.execute<{ role: typeof user.role }>(
      sql`SELECT role::text FROM users WHERE id = ${user.id}::uuid`,
    )
    req.user = { ...user, role: rows[0]?.role ?? user.role }
    return
  }
  const details = { from: user.role, to: 'creator' }
  await auditRequest(req, { act: 'roleChanged', on: slugs.users, id: user.id, details })
  req.user = { ...user, role: 'creator' }
}
