import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import type { TeamRole } from '../../contracts/team.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'
import { ownsCourse } from '../courses/ownsCourse.ts'
import { readPlatform } from '../platform/readPlatform.system.ts'
import { transactionOf } from '../transactionOf.ts'

export type TeamMember = {
  id: string
  role: 'creator' | TeamRole
  name: string
  email: string | null
  /** Whether the platform bot can write to them. */
  hasTelegram: boolean
  isSelf: boolean
}

/** What the course's team panel shows. */
export type TeamState = {
  /** Whether the person who asks may change it. */
  isOwner: boolean
  /** Whether links can be given out: there is a platform bot. */
  hasLinks: boolean
  members: TeamMember[]
  /** Who is asked and has not answered; shown to whoever may ask. */
  invites: { id: string; email: string; role: TeamRole }[]
}

/** @throws {AppError} unauthenticated (401), courseNotFound (404) */
export const describeTeam = async (options: {
  req: PayloadRequest
  courseId: string
}): Promise<TeamState> => {
  const { req } = options
  const course = await findEditableCourse(options)
  const isOwner = ownsCourse(req, course)
  const db = await transactionOf(req)
  const { rows: members } = await db.execute(sql`
    SELECT u.id, k.role, coalesce(nullif(trim(concat_ws(' ', u.first_name, u.last_name)), ''), u.email, u.username, '—')
             AS name, u.email, u.telegram_id IS NOT NULL AS "hasTelegram", u.id = ${req.user?.id}::uuid AS "isSelf"
    FROM (SELECT ${course.id}::uuid AS course_id, creator_id AS user_id, 'creator' AS role, 0 AS place
          FROM courses WHERE id = ${course.id}::uuid
          UNION ALL
          SELECT parent_id, users_id, CASE path WHEN 'coAuthors' THEN 'coAuthor' ELSE 'mentor' END,
                 CASE path WHEN 'coAuthors' THEN 1 ELSE 2 END * 1000 + "order"
          FROM courses_rels WHERE parent_id = ${course.id}::uuid AND path IN ('coAuthors', 'mentors')) k
    JOIN users u ON u.id = k.user_id ORDER BY k.place, u.id`)
  const { rows: invites } = isOwner
    ? await db.execute(sql`
        SELECT id, email, role::text AS role FROM team_invites WHERE course_id = ${course.id}::uuid
        ORDER BY invited_at, id`)
    : { rows: [] }
  const { username } = await readPlatform(req)
  return {
    isOwner,
    hasLinks: username !== null,
    members: members as TeamMember[],
    invites: invites as TeamState['invites'],
  }
}
