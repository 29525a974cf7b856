import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import type { RequestHandler } from 'express'

import { processState } from '../processState.ts'

const acceptable = /^[A-Za-z0-9._-]{8,64}$/

/** The caller's, if it is a sane one, else ours. */
export const requestIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id']
  return typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
}

/** Each request has an id. It comes back in the answer and in errors. */
export const requestId: RequestHandler = (request, response, next) => {
  const id = requestIdOf(request)
  request.headers['x-request-id'] = id
  response.setHeader('X-Request-Id', id)
  const ids = (processState().requestIds ??= new AsyncLocalStorage())
  ids.run(id, next)
}
