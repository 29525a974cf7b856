import { handleEndpoints, type SanitizedConfig } from 'payload'

import { AppError } from '../errors/AppError.ts'
import { describeFailure, type Failure } from '../errors/describeFailure.ts'
import { localeFrom } from '../i18n/translate.ts'
import { catchFailures, failureResponse } from './failureResponse.ts'
import { requireReadableQuery } from './requireReadableQuery.ts'

type Answered = { error?: unknown } | null

const failureOf = (status: number, request: Request): Failure => {
  const error =
    status === 404 || status === 501
      ? new AppError({ code: 'notFound', status: 404 })
      : new AppError({ code: 'inputInvalid', status, isPublic: status < 500 })
  return describeFailure(error, localeFrom(request.headers.get('accept-language')))
}

/**
 * Payload's REST API. What it refuses without throwing (an unknown route, a body that it cannot use) never
 * meets `answerError`, and gets the shape of all other errors here.
 */
export const restHandler = (config: Promise<SanitizedConfig>) =>
  catchFailures(async (request) => {
    await requireReadableQuery(request)
    const response = await handleEndpoints({ config, request })
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    if (response.status < 400 || !isJson) return response
    const body = (await response.clone().json()) as Answered
    if (typeof body?.error === 'object' && body.error !== null) return response
    const { error: _reason, ...more } = body ?? {}
    const headers = new Headers(response.headers)
    return failureResponse(failureOf(response.status, request), request, { more, headers })
  })
