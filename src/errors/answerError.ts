import type { AfterErrorHook } from 'payload'

import { localeFrom, translate } from '../i18n/translate.ts'
import { AppError } from './AppError.ts'

const requestIdOf = (headers: Headers | undefined) => headers?.get('x-request-id') ?? null

/**
 * Every error of the REST API as `{ error: { code, message, details?, requestId } }`, in the language of
 * the person. Payload's own `errors` stay beside it: its admin reads them.
 */
export const answerError: AfterErrorHook = ({ error, req, result }) => {
  const requestId = requestIdOf(req.headers)
  if (error instanceof AppError) {
    const code = error.isPublic ? error.code : 'internal'
    const values = Object.fromEntries(
      Object.entries(error.details ?? {}).filter(([, value]) => ['string', 'number'].includes(typeof value)),
    ) as Record<string, string | number>
    const message = translate(localeFrom(req.i18n?.language), `error.${code}`, values)
    const details = error.isPublic ? error.details : undefined
    return {
      response: {
        error: { code, message, details, requestId },
        errors: [{ name: code, message, data: details }],
      },
      status: error.isPublic ? error.status : 500,
    }
  }
  const [first] = (result?.errors ?? []) as { name?: string; message: string; data?: unknown }[]
  return {
    response: {
      ...result,
      error: {
        code: first?.name ?? 'internal',
        message: first?.message ?? '',
        details: first?.data,
        requestId,
      },
    },
    status: (error as { status?: number }).status ?? 500,
  }
}
