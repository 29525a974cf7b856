import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

import type { RequestHandler } from 'express'

import { processState } from '../processState.ts'

const acceptable = /^[A-Za-z0-9._-]{8,64}$/

/** Each request has an id: the caller's, if it is a sane one, else ours. It comes back in the answer and in errors. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id']
  const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
  request.headers['x-request-id'] = id
  response.setHeader('X-Request-Id', id)
  const ids = (processState().requestIds ??= new AsyncLocalStorage())
  ids.run(id, next)
}
