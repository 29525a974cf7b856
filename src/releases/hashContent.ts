import { createHash } from 'node:crypto'

/** JSON with sorted keys: PostgreSQL's jsonb does not keep the order in which keys were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** SHA-256 of any JSON value, hexadecimal; equal for equal content whatever the order of keys. */
export const hashContent = (value: unknown): string =>
  createHash('sha256').update(canonical(value)).digest('hex')
