import type { Payload } from 'payload'

import type { AuditAct } from '../../src/contracts/auditActs.ts'
import type { AuditEvent } from '../../src/payload-types.ts'

/** What the audit log says of such acts on a document, the oldest first. */
export const auditedActs = async (
  payload: Payload,
  act: AuditAct,
  documentId: string,
): Promise<Pick<AuditEvent, 'actorId' | 'actorRole' | 'details'>[]> => {
  const { docs } = await payload.find({
    collection: 'auditEvents',
    where: { and: [{ act: { equals: act } }, { documentId: { equals: documentId } }] },
    sort: 'at',
    pagination: false,
  })
  return docs.map(({ actorId, actorRole, details }) => ({ actorId, actorRole, details }))
}
