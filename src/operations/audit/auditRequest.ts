import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { now } from '../../clock.ts'
import { processState } from '../../processState.ts'
import { transactionOf } from '../transactionOf.ts'
import type { AuditEvent } from './recordAudit.ts'

/** As `recordAudit`, in the request's transaction. @param event.actor left out: whoever asks */
export const auditRequest = async (
  req: PayloadRequest,
  event: Omit<AuditEvent, 'actor'> & { actor?: AuditEvent['actor'] },
): Promise<void> => {
  const { act, actor = activeUser(req), on, id, details = {} } = event
  const db = await transactionOf(req)
  await db.execute(sql`
    INSERT INTO audit_events (at, act, actor_id, actor_role, on_collection, document_id, request_id, details)
    VALUES (${now()}, ${act}, ${actor?.id ?? null}, ${actor?.role ?? null}, ${on}, ${id},
            ${processState().requestIds?.getStore() ?? null}, ${JSON.stringify(details)}::jsonb)`)
}
