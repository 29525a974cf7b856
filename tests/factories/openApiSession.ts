import type { Payload } from 'payload'

import { openSession } from '../../src/operations/identities/openSession.system.ts'
import { exchangeJson, type ApiAnswer } from '../helpers/exchangeJson.ts'
import { faultByDocument } from '../helpers/faultByDocument.ts'

export type ApiRefusal = {
  error: { code: string; message: string; details?: Record<string, unknown> }
}

export type ApiSession = {
  token: string
  /** A request to `/api/v1/…` in this session. */
  call: <Body = ApiRefusal>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<ApiAnswer<Body>>
}

/** Somebody signed in at the platform API; with a `courseId` at that course's bot. */
export const openApiSession = async (
  payload: Payload,
  { webUrl }: { webUrl: string },
  who: { userId: string; courseId?: string },
): Promise<ApiSession> => {
  const { token } = await openSession(payload.db.pool, {
    ...{ userId: who.userId, courseId: who.courseId ?? null, device: null },
    secret: process.env.PAYLOAD_SECRET ?? '',
  })
  const call: ApiSession['call'] = async <Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await exchangeJson<Body>((request) => fetch(request), method, `${webUrl}/api/v1${path}`, {
      body,
      headers: { authorization: `Bearer ${token}`, ...headers },
    })
    const fault = faultByDocument(method, path, answer)
    if (fault !== null) throw new Error(fault)
    return answer
  }
  return { token, call }
}
