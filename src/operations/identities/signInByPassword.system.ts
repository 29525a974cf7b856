import { setTimeout } from 'node:timers/promises'

import { decodeJwt } from 'jose'
import type { PayloadRequest } from 'payload'

import type { Tokens } from '../../contracts/api/sessions.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import { openSession } from './openSession.system.ts'
import { refusalMs } from './refusalMs.ts'

/** What Payload says of wrong passwords and locked accounts, and we of deactivated ones. */
const isRefusal = (error: unknown): boolean => {
  const { name, status, code } = error as { name?: string; status?: number; code?: string }
  return name === 'ValidationError' || status === 401 || code === 'accountInactive'
}

/** Payload's own check, hooks and limits with it. Its session is not wanted: ours is another one. */
const logIn = async (req: PayloadRequest, data: { email: string; password: string }): Promise<string> => {
  const { token } = await req.payload.login({
    collection: slugs.users,
    data,
    req,
    context: { opensApiSession: true },
  })
  const { id, sid } = decodeJwt<{ id: string; sid: string }>(token ?? '')
  await req.payload.db.pool.query('DELETE FROM users_sessions WHERE _parent_id = $1 AND id = $2', [id, sid])
  return id
}

/**
 * A session for whoever knows the address and password of an account. Why somebody is refused can be told neither by
 * the answer nor by how long it takes.
 * @throws {AppError} signInRefused (401), tooManyRequests (429)
 */
export const signInByPassword = async (options: {
  req: PayloadRequest
  email: string
  password: string
  device: string | null
  secret: string
}): Promise<Tokens> => {
  const { req, email, password, device, secret } = options
  const { pool } = req.payload.db
  const end = performance.now() + refusalMs
  try {
    const userId = await logIn(req, { email, password })
    return await openSession(pool, { userId, courseId: null, device, secret, by: 'password' })
  } catch (error) {
    if (!isRefusal(error)) throw error
    await setTimeout(end - performance.now())
    throw new AppError({ code: 'signInRefused', status: 401, cause: error })
  }
}
