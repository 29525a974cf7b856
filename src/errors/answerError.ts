import type { AfterErrorHook } from 'payload'

import { localeFrom } from '../i18n/translate.ts'
import { AppError } from './AppError.ts'
import { describeFailure } from './describeFailure.ts'
import { refuseUnreadable } from './refuseUnreadable.ts'

/**
 * Every error of the REST API as `{ error: { code, message, details?, requestId } }`, in the language of
 * the person. Payload's own `errors` stay beside it: its admin reads them. GraphQL has the same in
 * `extensions`.
 */
export const answerError: AfterErrorHook = ({ error: thrown, graphqlResult, req, result }) => {
  const error = refuseUnreadable(
    (graphqlResult && (thrown as { originalError?: unknown }).originalError) || thrown,
  )
  const { status, ...failure } = describeFailure(error, localeFrom(req.i18n?.language))
  const { code, message, details } = failure
  const requestId = req.headers?.get('x-request-id') ?? null
  if (graphqlResult) {
    const extensions = { ...graphqlResult.extensions, code, details, requestId, statusCode: status }
    return { graphqlResult: { ...graphqlResult, message, extensions } }
  }
  const isOurs = error instanceof AppError || code === 'internal'
  const errors = isOurs ? [{ name: code, message, data: details }] : (result?.errors ?? [])
  return { response: { errors, error: { ...failure, requestId } }, status }
}
