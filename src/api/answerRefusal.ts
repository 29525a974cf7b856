import type { ErrorRequestHandler, Request } from 'express'

import type { Locale } from '../contracts/locale.ts'
import { AppError } from '../errors/AppError.ts'
import { describeFailure, type Failure } from '../errors/describeFailure.ts'
import { localeFrom, translate } from '../i18n/translate.ts'

type Thrown = { name?: string; status?: number; type?: string; data?: { errors?: Problem[] } }
type Problem = { path?: string; message?: string }

export const localeOf = (request: Request): Locale => localeFrom(request.acceptsLanguages('ru', 'en') || 'en')

/**
 * What the body parser throws says its status; what it says of the body is not for people. What a collection's fields find
 * fault with was said in the body. A path that is badly encoded is the router's to find.
 */
const asRefusal = (error: unknown, locale: Locale): unknown => {
  const { name, status, type, data } = error as Thrown
  const unreadable = (part: 'path' | 'body', ofStatus: number) =>
    new AppError({
      code: 'inputInvalid',
      status: ofStatus,
      details: { problems: [{ path: part, message: translate(locale, 'problem.format') }] },
      cause: error,
    })
  if (type === 'entity.too.large')
    return new AppError({ code: 'bodyTooLarge', status: 413, details: { megabytes: 1 } })
  if (name === 'ValidationError' && data?.errors) {
    const problems = data.errors.map(({ path, message }) => ({ path: `body.${path}`, message }))
    return new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
  }
  if (status === 415) return new AppError({ code: 'bodyNotJson', status, cause: error })
  if (error instanceof URIError) return unreadable('path', 400)
  return typeof type === 'string' && typeof status === 'number' && status < 500
    ? unreadable('body', status)
    : error
}

/** What an operation finds wrong with one field was said in the body, too. */
const detailsOf = ({ status, message, details }: Failure): Failure['details'] => {
  if (status !== 422 || typeof details?.path !== 'string') return details
  const { path, ...rest } = details
  return { ...rest, problems: [{ path: `body.${path}`, message }] }
}

/** Whatever was refused, in the one shape of all refusals and in the person's language. */
export const answerRefusal: ErrorRequestHandler = (error, request, response, next) => {
  const locale = localeOf(request)
  const failure = describeFailure(asRefusal(error, locale), locale)
  const { status, code, message } = failure
  if (code === 'internal' || response.headersSent) return next(error)
  if (status === 429) response.set('Retry-After', String(failure.details?.seconds))
  const requestId = request.headers['x-request-id'] ?? null
  response.status(status).json({ error: { code, message, details: detailsOf(failure), requestId } })
}
