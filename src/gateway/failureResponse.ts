import { describeFailure, type Failure } from '../errors/describeFailure.ts'
import { refuseUnreadable } from '../errors/refuseUnreadable.ts'
import { localeFrom } from '../i18n/translate.ts'

/** A failure in the shape of all errors (see `answerError`). @param more stays beside it in the body */
export const failureResponse = (
  failure: Failure,
  request: Request,
  { more, headers }: { more?: object; headers?: Headers } = {},
): Response => {
  const { status, ...error } = failure
  const requestId = request.headers.get('x-request-id')
  const errors = [{ name: error.code, message: error.message }]
  headers?.delete('content-length')
  return Response.json({ errors, ...more, error: { ...error, requestId } }, { status, headers })
}

/** For handlers that let errors through which the person caused: a body that is no JSON, or too large. */
export const catchFailures =
  (handle: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      return await handle(request)
    } catch (error) {
      const failure = describeFailure(
        refuseUnreadable(error),
        localeFrom(request.headers.get('accept-language')),
      )
      if (failure.code === 'internal') throw error
      return failureResponse(failure, request)
    }
  }
