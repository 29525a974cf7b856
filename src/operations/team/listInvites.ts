import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import type { TeamRole } from '../../contracts/team.ts'
import { transactionOf } from '../transactionOf.ts'

export type OwnInvite = { id: string; courseTitle: string; role: TeamRole; invitedBy: string | null }

const most = 50

/** What the person who asks is invited to. @throws {AppError} unauthenticated (401) */
export const listInvites = async (req: PayloadRequest): Promise<{ invites: OwnInvite[] }> => {
  const user = requireUser(req)
  if (!user.email) return { invites: [] }
  const db = await transactionOf(req)
  const { rows } = await db.execute(sql`
    SELECT i.id, c.title AS "courseTitle", i.role::text AS role,
           nullif(trim(concat_ws(' ', u.first_name, u.last_name)), '') AS "invitedBy"
    FROM team_invites i JOIN courses c ON c.id = i.course_id LEFT JOIN users u ON u.id = i.invited_by_id
    WHERE i.email = ${user.email.toLowerCase()} AND NOT c.is_archived
    ORDER BY i.invited_at DESC, i.id LIMIT ${most}`)
  return { invites: rows as OwnInvite[] }
}
