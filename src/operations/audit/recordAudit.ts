import type { ClientBase, Pool } from 'pg'

import { now } from '../../clock.ts'
import type { AuditAct } from '../../contracts/auditActs.ts'
import type { slugs } from '../../contracts/slugs.ts'
import { processState } from '../../processState.ts'

/** Ids, and the names of roles and plans: nothing that tells who a person is, for nothing of this is ever erased. */
export type AuditEvent = {
  act: AuditAct
  /** null: the product itself, or a runner for whoever tapped in a chat. */
  actor: { id: string; role: string } | null
  on: (typeof slugs)[keyof typeof slugs]
  id: string
  details?: Record<string, string | number | boolean | null>
}

/** SQL, and what it is given. */
export const auditStatement = ({ act, actor, on, id, details = {} }: AuditEvent) => ({
  text: `
    INSERT INTO audit_events (at, act, actor_id, actor_role, on_collection, document_id, request_id, details)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)`,
  values: [
    ...[now(), act, actor?.id ?? null, actor?.role ?? null, on, id],
    ...[processState().requestIds?.getStore() ?? null, JSON.stringify(details)],
  ],
})

/** Writes a sensitive act down, in the transaction of the act itself: there is none without the other. */
export const recordAudit = async (client: ClientBase | Pool, event: AuditEvent): Promise<void> => {
  await client.query(auditStatement(event))
}
