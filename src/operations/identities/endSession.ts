import type { Pool } from 'pg'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { recordAudit } from '../audit/recordAudit.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { forgetCaller, type Caller } from './findCaller.system.ts'

/**
 * Ends a session of the caller's own: its tokens are good for nothing any more.
 * @throws {AppError} notFound (404): it is somebody else's, has ended, or is out of this session's reach
 */
export const endSession = async (pool: Pool, caller: Caller, sessionId: string): Promise<void> => {
  const { id: userId, role } = caller.account
  await inClientTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `UPDATE sessions SET revoked_at = $3
     WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL AND ($4::text IS NULL OR course_id = $4)`,
      [sessionId, userId, new Date(), caller.courseId],
    )
    if (rowCount !== 1) throw new AppError({ code: 'notFound', status: 404 })
    await recordAudit(client, {
      act: 'sessionEnded',
      actor: { id: userId, role },
      on: slugs.sessions,
      id: sessionId,
    })
  })
  forgetCaller(sessionId)
}
