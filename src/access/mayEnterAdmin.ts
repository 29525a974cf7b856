import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { transactionOf } from '../operations/transactionOf.ts'
import { activeUser } from './activeUser.ts'
import { hasRole } from './hasRole.ts'

const byRole = hasRole('creator', 'moderator', 'admin')

/** Whoever works here: by role, or because they review a course, or are asked to. What they see there is another matter. */
export const mayEnterAdmin = async ({ req }: { req: PayloadRequest }): Promise<boolean> => {
  if (byRole({ req })) return true
  const user = activeUser(req)
  if (user === null) return false
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT 1 FROM courses_rels WHERE users_id = ${user.id}::uuid AND path = 'mentors'
    UNION ALL SELECT 1 FROM team_invites WHERE email = ${user.email?.toLowerCase() ?? ''}
    LIMIT 1`)
  return rows.length > 0
}
