import { createHash } from 'node:crypto'

/** Under which an account's sign-in tries are counted; Redis does not learn the address itself. */
export const loginKey = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')
