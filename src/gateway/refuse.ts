import type { Request, Response } from 'express'

import { localeFrom, translate, type MessageValues } from '../i18n/translate.ts'
import type { ErrorCode } from '../i18n/en.ts'

/** A refusal in the shape of all others (see `answerError`), where Payload has not been asked yet. */
export const refuse = (
  request: Request,
  response: Response,
  refusal: { status: number; code: ErrorCode; values?: MessageValues },
): void => {
  const { status, code, values } = refusal
  const locale = localeFrom(request.acceptsLanguages('ru', 'en') || 'en')
  const message = translate(locale, `error.${code}`, values)
  const requestId = request.headers['x-request-id']
  const error = { code, message, details: values, requestId }
  // Payload's admin reads `errors`; the platform API has the one shape and nothing beside it.
  const isPlatform = request.originalUrl.startsWith('/api/v1/')
  response.status(status).json(isPlatform ? { error } : { error, errors: [{ name: code, message }] })
}
