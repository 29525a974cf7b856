import type { CollectionAfterChangeHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { auditRequest } from '../../src/operations/audit/auditRequest.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { AuditEvent } from '../../src/operations/audit/recordAudit.ts'
import type { Course } from '../../src/payload-types.ts'

type Change = Pick<AuditEvent, 'act' | 'details'>

const idsOf = (members: Course['mentors']) => new Set((members ?? []).map(idOf))

const without = (ids: Set<string | null>, others: Set<string | null>) =>
  new Set([...ids].filter((id) => !others.has(id)))

const teamChanges = (role: 'coAuthors' | 'mentors', now: Course, before: Course): Change[] => {
  const [present, past] = [idsOf(now[role]), idsOf(before[role])]
  const told = (act: 'memberJoined' | 'memberRemoved', ids: Set<string | null>) =>
    [...ids].map((userId) => ({ act, details: { userId, role } }))
  return [...told('memberJoined', without(present, past)), ...told('memberRemoved', without(past, present))]
}

const changesOf = (now: Course, before: Course): Change[] => {
  const found: Change[] = []
  const release = idOf(now.currentRelease)
  if (now.isPublished && (!before.isPublished || release !== idOf(before.currentRelease)))
    found.push({ act: 'coursePublished', details: { release } })
  if (before.isPublished && !now.isPublished) found.push({ act: 'courseUnpublished' })
  if (now.isArchived !== before.isArchived)
    found.push({ act: now.isArchived ? 'courseArchived' : 'courseRestored' })
  const [from, to] = [idOf(before.creator), idOf(now.creator)]
  if (from !== to) found.push({ act: 'courseTransferred', details: { from, to } })
  return [...found, ...teamChanges('coAuthors', now, before), ...teamChanges('mentors', now, before)]
}

/** Whatever path changes them. Fields that were not asked for are left out of `doc`; nothing is said of those. */
export const auditChange: CollectionAfterChangeHook<Course> = async ({
  data,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update') return
  const now = { ...previousDoc, ...data, ...doc }
  for (const change of changesOf(now, previousDoc))
    await auditRequest(req, { ...change, on: slugs.courses, id: previousDoc.id })
}
