import type { Pool } from 'pg'

import type { Account } from '../../contracts/api/account.ts'
import { processState } from '../../processState.ts'

/** Who asks, by a session of the platform API. */
export type Caller = {
  sessionId: string
  /** The course at whose bot the session was opened: it gives a student's rights there, and none elsewhere. */
  courseId: string | null
  account: Account
}

/** How long an ended session, a deactivated account or a changed role may go unnoticed in another process, in ms. */
const keptMs = 5000
const mostKept = 10_000

type Row = Omit<Account, 'role' | 'subscriptionExpiresAt'> & {
  courseId: string | null
  role: Account['role']
  subscriptionExpiresAt: Date | null
}

const read = async (pool: Pool, sessionId: string): Promise<Caller | null> => {
  const { rows } = await pool.query<Row>({
    name: 'find-caller',
    text: `
      SELECT s.course_id AS "courseId", u.id, u.telegram_id::float8 AS "telegramId", u.username,
             u.first_name AS "firstName", u.last_name AS "lastName", u.email,
             c.email AS "unconfirmedEmail", u.role::text AS role,
             CASE WHEN u.subscription_expires_at <= $2 THEN 'free' ELSE u.subscription_plan::text END AS "subscriptionPlan",
             u.subscription_expires_at AS "subscriptionExpiresAt"
      FROM sessions s JOIN users u ON u.id = s.user_id
      LEFT JOIN email_claims c ON c.user_id = u.id AND c.expires_at > $2
      WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND u.is_active`,
    values: [sessionId, new Date()],
  })
  const [row] = rows
  if (row === undefined) return null
  const { courseId, subscriptionExpiresAt, ...account } = row
  return {
    sessionId,
    courseId,
    account: {
      ...account,
      role: courseId === null ? account.role : 'student',
      subscriptionExpiresAt: subscriptionExpiresAt?.toISOString() ?? null,
    },
  }
}

/** Whose session it is, null if it has ended. Known ones cost no query. */
export const findCaller = async (pool: Pool, sessionId: string): Promise<Caller | null> => {
  const callers = (processState().callers ??= new Map())
  const known = callers.get(sessionId)
  if (known !== undefined && known.until > performance.now()) return known.caller
  const caller = await read(pool, sessionId)
  callers.delete(sessionId)
  if (caller !== null) callers.set(sessionId, { caller, until: performance.now() + keptMs })
  for (const oldest of callers.keys()) {
    if (callers.size <= mostKept) break
    callers.delete(oldest)
  }
  return caller
}

/** What this process knew of a session is read anew. */
export const forgetCaller = (sessionId: string): void => void processState().callers?.delete(sessionId)
