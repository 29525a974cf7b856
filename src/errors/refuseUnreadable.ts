import { AppError } from './AppError.ts'

/** What PostgreSQL says of ids that lead nowhere, of pages and times that are none, and of operators of other fields. */
const codes = new Set(['23503', '2201W', '2201X', '22023', '42601', '42883'])

/** How Payload and its parsers stumble over forms, times and values that are none, and over conditions of other fields. */
const messages = [
  /^Malformed /,
  /^Unexpected end of f/,
  /^Multipart: Boundary not found/,
  /^Request is not eligible for file upload/,
  /^Not supported$/,
  /^Invalid time value$/,
  /^val\.split is not a function$/,
  /^value\.toLowerCase is not a function$/,
]

const isUnreadable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof SyntaxError || error instanceof URIError) return true
  if ('code' in error && codes.has(String(error.code))) return true
  return messages.some((message) => message.test(error.message)) || isUnreadable(error.cause)
}

/**
 * Payload lets through as faults of its own what the person wrote wrongly: here it is the refusal that it should be. The
 * log keeps what was thrown.
 */
export const refuseUnreadable = (error: unknown): unknown =>
  isUnreadable(error) ? new AppError({ code: 'inputInvalid', status: 400, cause: error }) : error
