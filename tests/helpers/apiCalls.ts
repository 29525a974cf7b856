import type { Payload } from 'payload'

import { openSession } from '../../src/operations/identities/openSession.system.ts'
import { readEnv } from '../../src/env.ts'
import { callWeb } from './callWeb.ts'
import type { ApiAnswer } from './exchangeJson.ts'
import { faultByDocument } from './faultByDocument.ts'

/** A session of the platform API, as signing in would have opened it. @param courseId at whose bot */
export const openApiSession = async (
  payload: Payload,
  userId: string,
  courseId: string | null = null,
): Promise<string> => {
  const { PAYLOAD_SECRET: secret } = readEnv()
  return (await openSession(payload.db.pool, { userId, courseId, device: null, secret })).token
}

/** Why a call was refused. */
export type ApiRefusal = {
  error: {
    code: string
    message: string
    details?: { current?: string; problems?: { path: string; message: string }[] }
  }
}

type Call = { token?: string; body?: unknown; headers?: Record<string, string> }

/** Calls of the platform API of a running web process, each answer held against the OpenAPI document. */
export const apiCalls =
  (web: { webUrl: string }) =>
  async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    { token, body, headers }: Call = {},
  ): Promise<ApiAnswer<Body>> => {
    const answer = await callWeb<Body>(web, method, `/v1${path}`, {
      body,
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    })
    const fault = faultByDocument(method, path, answer)
    if (fault !== null) throw new Error(fault)
    return answer
  }
