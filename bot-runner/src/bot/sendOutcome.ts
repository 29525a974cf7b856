import { GrammyError } from 'grammy'

import { TelegramNetworkError } from './telegramTransport.ts'

/**
 * What became of a send. `deferred`: worth trying again, in `retryAfterMs`; `isLimited`: Telegram named the time;
 * `isUnsent`: certainly nothing was sent.
 */
export type SendOutcome =
  | { status: 'sent'; error?: string }
  | { status: 'blocked' }
  | { status: 'deferred'; retryAfterMs: number; isLimited: boolean; isUnsent: boolean; error: string }

const defaultDelayMs = 1000
/** A refused token comes back when its owner has linked the bot anew. */
const refusedTokenDelayMs = 30_000
const maxErrorLength = 500

/** The bot rests, or nobody was reached who could have read the call. */
const unreached = ['resting', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']

const deferred = (
  retryAfterMs: number,
  error: string,
  { isLimited = false, isUnsent = false } = {},
): SendOutcome => ({ status: 'deferred', retryAfterMs, isLimited, isUnsent, error })

/**
 * Reads an error of a Bot API call.
 * @throws the error itself when it is none of Telegram's
 */
export const sendOutcomeOf = (error: unknown): SendOutcome => {
  if (error instanceof TelegramNetworkError)
    return deferred(error.retryAfterMs ?? defaultDelayMs, error.code, {
      isUnsent: unreached.includes(error.code),
    })
  if (!(error instanceof GrammyError)) throw error
  const { error_code: code, parameters } = error
  const text = error.description.slice(0, maxErrorLength)
  if (code === 403) return { status: 'blocked' }
  if (code === 429)
    return deferred((parameters.retry_after ?? 1) * 1000, text, { isLimited: true, isUnsent: true })
  if (code === 401 || code === 404) return deferred(refusedTokenDelayMs, text, { isUnsent: true })
  if (code >= 500) return deferred(defaultDelayMs, text)
  return { status: 'sent', error: text }
}
