import type { ErrorRequestHandler, Request } from 'express'

import type { Locale } from '../contracts/locale.ts'
import { AppError } from '../errors/AppError.ts'
import { describeFailure } from '../errors/describeFailure.ts'
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
  if (error instanceof URIError) return unreadable('path', 400)
  return typeof type === 'string' && typeof status === 'number' && status < 500
    ? unreadable('body', status)
    : error
}

/** Whatever was refused, in the one shape of all refusals and in the person's language. */
export const answerRefusal: ErrorRequestHandler = (error, request, response, next) => {
  const locale = localeOf(request)
  const { status, ...failure } = describeFailure(asRefusal(error, locale), locale)
  if (failure.code === 'internal' || response.headersSent) return next(error)
  if (status === 429) response.set('Retry-After', String(failure.details?.seconds))
  response.status(status).json({ error: { ...failure, requestId: request.headers['x-request-id'] ?? null } })
}
