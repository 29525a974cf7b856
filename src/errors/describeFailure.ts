import type { APIError } from 'payload'

import type { Locale } from '../contracts/locale.ts'
import { translate } from '../i18n/translate.ts'
import { AppError, type ErrorDetails } from './AppError.ts'

/** What a person is told of an error. `message` is in their language. */
export type Failure = { code: string; status: number; message: string; details?: ErrorDetails }

/** Codes of Payload's own refusals; whatever is missing here is a bad request of some kind. */
const codes: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'notFound', 409: 'conflict', 413: 'bodyTooLarge' } // prettier-ignore

/** PostgreSQL cannot read a value that was asked for: an id that is none, a number or text out of bounds. */
const unreadable = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05'])

const isUnreadableValue = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  return ('code' in error && unreadable.has(String(error.code))) || isUnreadableValue(error.cause)
}

const ofApp = (error: AppError, locale: Locale): Failure => {
  const { code, status, details = {} } = error
  const values = Object.fromEntries(
    Object.entries(details).filter(([, value]) => ['string', 'number'].includes(typeof value)),
  ) as Record<string, string | number>
  return { code, status, message: translate(locale, `error.${code}`, values), details: error.details }
}

type Problem = { path?: string; message?: string }

/** Payload's validation errors say which field in `data.errors`, its query errors in `data` itself. */
const problemsOf = (data: unknown): ErrorDetails | undefined => {
  const list = Array.isArray(data) ? data : (data as { errors?: unknown } | undefined)?.errors
  if (!Array.isArray(list)) return undefined
  return { problems: (list as Problem[]).map(({ path, message }) => ({ path, message })) }
}

/** Anything that was thrown. What is not meant for people is an internal error and nothing else. */
export const describeFailure = (error: unknown, locale: Locale): Failure => {
  if (error instanceof AppError && error.isPublic) return ofApp(error, locale)
  if (isUnreadableValue(error))
    return { code: 'inputInvalid', status: 400, message: translate(locale, 'error.inputInvalid') }
  const { name, status = 500, isPublic, message, data } = error as Partial<APIError>
  if (error instanceof AppError || status >= 500 || isPublic === false || !message)
    return { code: 'internal', status: 500, message: translate(locale, 'error.internal') }
  const code = codes[status] ?? 'inputInvalid'
  // Payload translates its refusals and what validation says, but not how it finds fault with a request.
  const isTranslated = code !== 'inputInvalid' || name === 'ValidationError'
  const said = isTranslated ? message : translate(locale, 'error.inputInvalid')
  return { code, status, message: said, details: problemsOf(data) }
}
