import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { mayReview } from './reviewScope.ts'

/** How much waits for the person who asks. */
export const countWaiting = async (req: PayloadRequest): Promise<{ waiting: number }> => {
  const user = activeUser(req)
  if (user === null) return { waiting: 0 }
  const { rows } = await req.payload.db.pool.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM assignments a JOIN courses c ON c.id = a.course_id
     WHERE a.status = 'pending' AND ${mayReview('$1')}`,
    [user.id],
  )
  return { waiting: rows[0]?.waiting ?? 0 }
}
