import { badRequest } from './botApiError.ts'

export type Fields = Record<string, unknown>

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The field of a JSON object that must be there, in the words of Telegram's JSON reader. */
export function requiredString(fields: Fields, name: string): string {
  const value = fields[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new Error(`Field "${name}" must be of type String`)
  }
  return String(value)
}

export function requiredInteger(fields: Fields, name: string): number {
  const value = fields[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new Error(`Field "${name}" must be a Number`)
  const number = Number(value)
  if (!Number.isSafeInteger(number) || String(number) !== String(value))
    throw new Error(`Field "${name}" must be a valid Number`)
  return number
}

export function requiredObject(fields: Fields, name: string): Fields {
  const value = fields[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (!isObject(value)) throw new Error(`Field "${name}" must be of type Object`)
  return value
}

/** Runs a reader and answers its complaint as `Bad Request: <prefix>: <complaint>`. */
export function within<T>(prefix: string, read: () => T): T {
  return complaining((complaint) => `${prefix}: ${complaint}`, read)
}

/** Runs a reader and answers its complaint as `Bad Request: <complaint>`. */
export function checked<T>(read: () => T): T {
  return complaining((complaint) => complaint.charAt(0).toLowerCase() + complaint.slice(1), read)
}

function complaining<T>(describe: (complaint: string) => string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && error.constructor === Error) throw badRequest(describe(error.message))
    throw error
  }
}
