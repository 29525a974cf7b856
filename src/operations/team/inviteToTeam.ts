import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { nowIso } from '../../clock.ts'
import { slugs } from '../../contracts/slugs.ts'
import type { TeamRole } from '../../contracts/team.ts'
import { AppError } from '../../errors/AppError.ts'
import { findOwnCourse } from '../courses/findOwnCourse.ts'
import { lockCourse } from '../courses/lockCourse.ts'
import { inTransaction } from '../inTransaction.ts'
import { transactionOf } from '../transactionOf.ts'
import { maxTeam } from './joinTeam.system.ts'

/**
 * Asks whoever has that address to join the course. It is said nowhere whether there is such an account: it finds the
 * question when it comes. Asked again, the newest role counts.
 * @throws {AppError} teamFull (409): so many are asked already; courseOwnerOnly (403), courseNotFound (404)
 */
export const inviteToTeam = async (options: {
  req: PayloadRequest
  courseId: string
  email: string
  role: TeamRole
}): Promise<void> => {
  const { req, courseId, role } = options
  const email = options.email.trim().toLowerCase()
  await inTransaction(req, async () => {
    await findOwnCourse({ req, courseId })
    await lockCourse({ req, courseId })
    const where = { course: { equals: courseId } }
    const { totalDocs } = await req.payload.count({ collection: slugs.teamInvites, where, req })
    if (totalDocs >= maxTeam) throw new AppError({ code: 'teamFull', status: 409, details: { max: maxTeam } })
    const db = await transactionOf(req)
    await db.execute(sql`
      INSERT INTO team_invites (course_id, email, role, invited_by_id, invited_at)
      VALUES (${courseId}::uuid, ${email}, ${role}, ${req.user?.id}::uuid, ${nowIso()}::timestamptz)
      ON CONFLICT (course_id, email) DO UPDATE
      SET role = excluded.role, invited_by_id = excluded.invited_by_id, invited_at = excluded.invited_at`)
  })
}
