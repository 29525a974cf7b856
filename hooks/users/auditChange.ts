import type { CollectionAfterChangeHook } from 'payload'

import type { AuditAct } from '../../src/contracts/auditActs.ts'
import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import type { User } from '../../src/payload-types.ts'

type Watched = 'role' | 'isActive' | 'subscriptionPlan' | 'email' | 'telegramId'

/** Fields that were not asked for are left out of `doc`; in `data` they stand if they were written. */
const changesOf = (data: Partial<User>, doc: User, previous: User) => {
  const value = (field: Watched) => (field in doc ? doc[field] : data[field])
  const hasChanged = (field: Watched) =>
    value(field) !== undefined && (value(field) ?? null) !== (previous[field] ?? null)
  const told = (field: 'role' | 'subscriptionPlan') => ({
    from: previous[field],
    to: value(field) as string,
  })
  const found: { act: AuditAct; details?: Record<string, string> }[] = []
  if (hasChanged('role')) found.push({ act: 'roleChanged', details: told('role') })
  if (hasChanged('subscriptionPlan')) found.push({ act: 'planChanged', details: told('subscriptionPlan') })
  if (hasChanged('isActive'))
    found.push({ act: value('isActive') ? 'accountActivated' : 'accountDeactivated' })
  if (hasChanged('email')) found.push({ act: 'emailChanged' })
  if (hasChanged('telegramId'))
    found.push({ act: value('telegramId') ? 'telegramLinked' : 'telegramUnlinked' })
  return found
}

/** What accounts may do is changed, by whatever way of Payload's. */
export const auditChange: CollectionAfterChangeHook<User> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  const of = { on: slugs.users, id: doc.id }
  if (operation === 'create')
    return auditRequest(req, { ...of, act: 'accountCreated', details: { role: doc.role ?? data.role } })
  for (const change of changesOf(data, doc, previousDoc)) await auditRequest(req, { ...of, ...change })
}
