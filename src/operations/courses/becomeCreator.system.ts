import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../transactionOf.ts'

/** A student who makes a course is a creator from then on. */
export const becomeCreator = async (req: PayloadRequest): Promise<void> => {
  const { user } = req
  if (user?.role !== 'student') return
  const db = await transactionOf(req)
  await db.execute(
    sql`UPDATE users SET role = 'creator', updated_at = now() WHERE id = ${user.id}::uuid AND role = 'student'`,
  )
  req.user = { ...user, role: 'creator' }
}
