import { exchangeJson, type ApiAnswer, type ApiCall } from './exchangeJson.ts'
import type { Stack } from './startStack.ts'

/** A request to `/api/…` of the running web process. */
export const callWeb = <Body = Record<string, unknown>>(
  stack: Pick<Stack, 'webUrl'>,
  method: string,
  path: string,
  call: ApiCall = {},
): Promise<ApiAnswer<Body>> =>
  exchangeJson((request) => fetch(request), method, `${stack.webUrl}/api${path}`, call)
