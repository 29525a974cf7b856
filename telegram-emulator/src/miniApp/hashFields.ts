import { createHmac } from 'node:crypto'

/** What is signed: the fields in the order of their names, a line each. */
export function checkString(fields: Record<string, string>): string {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('\n')
}

/** The hash by which a bot knows that Telegram told its Mini App these fields, in hex. */
export function hashFields(fields: Record<string, string>, token: string): string {
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  return createHmac('sha256', secret).update(checkString(fields)).digest('hex')
}
