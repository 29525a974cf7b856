import { getPayload, handleEndpoints, type Payload } from 'payload'

import config from '../../payload.config.ts'

/** Payload in this process, on the test file's own database. */
export const getTestPayload = (): Promise<Payload> => getPayload({ config, cron: false })

export type ApiAnswer<Body> = { status: number; body: Body; headers: Headers }

/** A request to `/api/…` as it reaches Payload, without a server in between. */
export const callApi = async <Body = Record<string, unknown>>(
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ApiAnswer<Body>> => {
  const { token, body, headers } = options
  const response = await handleEndpoints({
    config,
    request: new Request(`http://localhost:3000/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as Body,
  }
}
