import { createHash } from 'node:crypto'

import type { Request } from 'express'

import { clientKey } from './clientKey.ts'

const sessionOf = (request: Request) =>
  /(?:^|;\s*)payload-token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? request.headers.authorization

/** What the API's use is counted by: the address, and the session of whoever is signed in. */
export const limitKeys = (request: Request): string[] => {
  const session = sessionOf(request)
  const address = `ip:${clientKey(request.ip)}`
  return session === undefined
    ? [address]
    : [address, `session:${createHash('sha256').update(session).digest('base64url')}`]
}
