import { createHash } from 'node:crypto'

/** The code is 144 random bits: no salt is needed to keep it from being guessed. */
export const hashCode = (code: string): string => createHash('sha256').update(code).digest('base64url')
