import { GrammyError } from 'grammy'
import { ZodError } from 'zod'

import { RunnerApiError } from '../../src/contracts/runnerClient.ts'
import { TelegramNetworkError } from './bot/telegramTransport.ts'
import { RetryLaterError } from './retryLaterError.ts'
import { withoutTokens } from './withoutTokens.ts'

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/**
 * What may be logged of an error: chosen fields, because errors of HTTP clients carry addresses (with the
 * token) and payloads (with what people are told).
 */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (error instanceof GrammyError)
    return { method: error.method, code: error.error_code, description: error.description }
  if (error instanceof TelegramNetworkError) return { method: error.method, code: error.code }
  if (error instanceof RunnerApiError) return { api: 'cms', status: error.status, code: error.code }
  // Expected, so where it arose is of no interest; why is.
  if (error instanceof RetryLaterError)
    return { reason: error.message, ...(error.cause !== undefined && { cause: describeError(error.cause) }) }
  if (error instanceof ZodError)
    return { name: 'ZodError', issues: error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) }
  if (!(error instanceof Error)) return { name: typeof error }
  return {
    name: error.name,
    message: withoutTokens(error.message),
    code: codeOf(error) ?? codeOf(error.cause),
    stack: withoutTokens(error.stack ?? ''),
  }
}
