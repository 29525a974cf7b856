import { setTimeout } from 'node:timers/promises'

import type { AfterErrorHook, CollectionBeforeOperationHook, RequestContext } from 'payload'

import { hashAnyway } from '../../src/operations/identities/hashAnyway.system.ts'
import { refusalMs } from '../../src/operations/identities/refusalMs.ts'

/**
 * Whether an address has an account can be told neither by what a failed sign-in works nor, with `waitToRefuse`, by how long
 * it takes.
 */
export const refuseAlike: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login') return args
  req.context.refusedFrom = performance.now() + refusalMs
  const { email, password } = (args as { data?: { email?: unknown; password?: unknown } }).data ?? {}
  if (typeof email === 'string' && typeof password === 'string')
    await hashAnyway(req.payload.db.pool, email, password)
  return args
}

/** Of REST and GraphQL; the platform API waits by itself. What fails before it is read has no context. */
export const waitToRefuse: AfterErrorHook = async ({ context }) => {
  const refusedFrom = (context as RequestContext | undefined)?.refusedFrom
  if (typeof refusedFrom === 'number') await setTimeout(refusedFrom - performance.now())
}
