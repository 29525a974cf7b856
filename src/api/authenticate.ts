import type { Request } from 'express'

import { AppError } from '../errors/AppError.ts'
import { findCaller, type Caller } from '../operations/identities/findCaller.system.ts'
import { readToken } from '../operations/identities/sessionTokens.ts'
import type { ApiContext, RouteAccess } from './apiRoute.ts'

const bearer = /^Bearer ([\w.-]+)$/i

const findBearer = async ({ payload, env }: ApiContext, request: Request): Promise<Caller | null> => {
  const [, token] = bearer.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) return null
  const claims = await readToken(env.PAYLOAD_SECRET, 'access', token)
  return claims && findCaller(payload.db.pool, claims.sessionId)
}

/**
 * Who calls, null for nobody in particular. Cookies are not looked at: no other site can act for somebody here.
 * @throws {AppError} unauthenticated (401), accountNeeded (403)
 */
export const authenticate = async (
  context: ApiContext,
  request: Request,
  access: RouteAccess,
): Promise<Caller | null> => {
  const caller = await findBearer(context, request)
  if (caller === null && (access !== 'anybody' || request.headers.authorization !== undefined))
    throw new AppError({ code: 'unauthenticated', status: 401 })
  if (access === 'account' && caller?.courseId != null)
    throw new AppError({ code: 'accountNeeded', status: 403 })
  return caller
}
