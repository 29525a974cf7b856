import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import { boundSql } from '../boundSql.ts'
import { transactionOf } from '../transactionOf.ts'
import { auditStatement, type AuditEvent } from './recordAudit.ts'

/** As `recordAudit`, in the request's transaction. @param event.actor left out: whoever asks */
export const auditRequest = async (
  req: PayloadRequest,
  { actor = activeUser(req), ...event }: Omit<AuditEvent, 'actor'> & { actor?: AuditEvent['actor'] },
): Promise<void> => {
  const db = await transactionOf(req)
  const { text, values } = auditStatement({ actor, ...event })
  await db.execute(boundSql(text, values))
}
