import type { PayloadRequest } from 'payload'

import { requireRunner } from '../../access/requireRunner.ts'
import { endpoint } from '../endpoint.ts'

/** An endpoint below `/api/runner`, for bot-runners alone. */
export const runnerEndpoint = (
  method: 'get' | 'post',
  path: string,
  handle: (req: PayloadRequest) => Promise<unknown>,
) =>
  endpoint(method, `/runner${path}`, (req) => {
    requireRunner(req)
    return handle(req)
  })
