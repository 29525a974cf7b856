import type { Pool } from 'pg'

import type { ApiSession } from '../../contracts/api/sessions.ts'
import type { Caller } from './findCaller.system.ts'

type Row = Omit<ApiSession, 'isCurrent' | 'createdAt' | 'lastUsedAt' | 'expiresAt'> &
  Record<'createdAt' | 'lastUsedAt' | 'expiresAt', Date>

/** A caller's sessions that are good, the last used first; from a course's bot they see that one's alone. */
export const listSessions = async (pool: Pool, caller: Caller): Promise<ApiSession[]> => {
  const { rows } = await pool.query<Row>(
    `SELECT id, course_id AS "courseId", device, created_at AS "createdAt", last_used_at AS "lastUsedAt",
            expires_at AS "expiresAt"
     FROM sessions
     WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 AND ($3::text IS NULL OR course_id = $3)
     ORDER BY last_used_at DESC, id LIMIT 200`,
    [caller.account.id, new Date(), caller.courseId],
  )
  return rows.map(({ createdAt, lastUsedAt, expiresAt, ...row }) => ({
    ...row,
    isCurrent: row.id === caller.sessionId,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}
