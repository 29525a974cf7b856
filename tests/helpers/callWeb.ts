import type { ApiAnswer } from './getTestPayload.ts'
import type { Stack } from './startStack.ts'

/** A request to `/api/…` of the running web process. */
export const callWeb = async <Body = Record<string, unknown>>(
  stack: Pick<Stack, 'webUrl'>,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<ApiAnswer<Body>> => {
  const { token, body, headers } = options
  const response = await fetch(`${stack.webUrl}/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: (text ? JSON.parse(text) : undefined) as Body,
  }
}
