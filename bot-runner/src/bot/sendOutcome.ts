import { GrammyError } from 'grammy'

import { TelegramNetworkError } from './telegramTransport.ts'

/** What became of a send. `deferred`: it is worth trying again, in `retryAfterMs`. */
export type SendOutcome =
  | { status: 'sent'; error?: string }
  | { status: 'blocked' }
  | { status: 'deferred'; retryAfterMs: number; error: string }

const defaultDelayMs = 1000
/** A refused token comes back when its owner has linked the bot anew. */
const refusedTokenDelayMs = 30_000
const maxErrorLength = 500

/**
 * Reads an error of a Bot API call.
 * @throws the error itself when it is none of Telegram's
 */
export const sendOutcomeOf = (
  error: unknown,
): Exclude<SendOutcome, { status: 'sent'; error?: undefined }> => {
  if (error instanceof TelegramNetworkError)
    return { status: 'deferred', retryAfterMs: defaultDelayMs, error: error.code }
  if (!(error instanceof GrammyError)) throw error
  const text = error.description.slice(0, maxErrorLength)
  const { error_code: code, parameters } = error
  if (code === 403) return { status: 'blocked' }
  if (code === 429)
    return { status: 'deferred', retryAfterMs: (parameters.retry_after ?? 1) * 1000, error: text }
  if (code === 401 || code === 404)
    return { status: 'deferred', retryAfterMs: refusedTokenDelayMs, error: text }
  if (code >= 500) return { status: 'deferred', retryAfterMs: defaultDelayMs, error: text }
  return { status: 'sent', error: text }
}
