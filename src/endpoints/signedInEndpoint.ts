import type { Endpoint, PayloadRequest } from 'payload'

import { requireUser } from '../access/requireUser.ts'
import { endpoint } from './endpoint.ts'

/** An endpoint for people: who asks is looked at before what they ask. */
export const signedInEndpoint = (
  method: Endpoint['method'],
  path: string,
  handle: (req: PayloadRequest) => Promise<unknown>,
) =>
  endpoint(method, path, (req) => {
    requireUser(req)
    return handle(req)
  })
