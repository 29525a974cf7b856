import { createHmac, hkdfSync, randomInt } from 'node:crypto'

const digits = 8

/** A new code, easily read from a mail and typed. */
export const newEmailCode = (): string => String(randomInt(10 ** digits)).padStart(digits, '0')

/** As it is shown: `1234 5678`. */
export const spacedCode = (code: string): string => `${code.slice(0, digits / 2)} ${code.slice(digits / 2)}`

/** What is kept of a code: it is good for this account and address alone. */
export const hashEmailCode = (
  secret: string,
  { userId, email, code }: { userId: string; email: string; code: string },
): string => {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'gongbu email code', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([userId, email, code]))
    .digest('base64url')
}
