import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { processState } from '../../processState.ts'
import { auditRequest } from '../audit/auditRequest.ts'
import { transactionOf } from '../transactionOf.ts'

/**
 * Signs an account out of the platform API everywhere, in the transaction of what gives reason to: whoever had the account
 * by a password or a Telegram account that is none of its any more has it no longer.
 * @param keep a session that goes on: where it was asked for
 */
export const endSessionsOf = async (
  req: PayloadRequest,
  { userId, keep = null }: { userId: string; keep?: string | null },
): Promise<void> => {
  const db = await transactionOf(req)
  const { rows } = await db.execute<{ id: string }>(sql`
    UPDATE sessions SET revoked_at = ${new Date()}
    WHERE user_id = ${userId}::uuid AND revoked_at IS NULL AND id::text IS DISTINCT FROM ${keep}::text
    RETURNING id`)
  for (const { id } of rows) {
    await auditRequest(req, { act: 'sessionEnded', on: slugs.sessions, id })
    processState().callers?.delete(id)
  }
}
