import { createHash } from 'node:crypto'

import { clientHeader } from './markClient.ts'

/** Under which an account's sign-in tries are counted; Redis does not learn the address itself. */
export const loginKey = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')

/** The same of one client alone, by what the gateway says of the request. */
export const clientLoginKey = (email: string, headers: Headers): string =>
  `${loginKey(email)}:${headers.get(clientHeader) ?? ''}`
