const SCALAR = 8
const STRING = 24
const OBJECT = 40
const FIELD = 16

/** About how many bytes of memory a JSON value takes, rather too many: what two values share counts twice. */
export function approximateBytes(value: unknown): number {
  if (typeof value === 'string') return STRING + 2 * value.length
  if (typeof value !== 'object' || value === null) return SCALAR
  let bytes = OBJECT
  if (Array.isArray(value)) for (const item of value) bytes += FIELD + approximateBytes(item)
  else for (const name in value) bytes += FIELD + approximateBytes((value as Record<string, unknown>)[name])
  return bytes
}
