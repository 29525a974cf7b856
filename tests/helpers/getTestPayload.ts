import { getPayload, handleEndpoints, type Payload } from 'payload'

import config from '../../payload.config.ts'
import { exchangeJson, type ApiAnswer, type ApiCall } from './exchangeJson.ts'

/** Payload in this process, on the test file's own database. */
export const getTestPayload = (): Promise<Payload> => getPayload({ config, cron: false })

/** A request to `/api/…` as it reaches Payload, without a server in between. */
export const callApi = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  call: ApiCall = {},
): Promise<ApiAnswer<Body>> =>
  exchangeJson(
    (request) => handleEndpoints({ config, request }),
    method,
    `http://localhost:3000/api${path}`,
    call,
  )
