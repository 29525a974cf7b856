import { GrammyError } from 'grammy'

import { TelegramNetworkError } from '../../bot/telegramTransport.ts'

/**
 * `refused`: this very thing, and always will be · `tokenRefused`: whatever the bot says ·
 * `limited`: too often, again after `retryAfterMs` · `unavailable`: Telegram or the way to it is down.
 */
export type SetupFailure = {
  kind: 'refused' | 'tokenRefused' | 'limited' | 'unavailable'
  description: string
  retryAfterMs?: number
}

const maxDescription = 500

/** @throws the error itself when it is none of Telegram's */
export const setupFailureOf = (error: unknown): SetupFailure => {
  if (error instanceof TelegramNetworkError)
    return { kind: 'unavailable', description: error.message, retryAfterMs: error.retryAfterMs }
  if (!(error instanceof GrammyError)) throw error
  const { error_code: code, parameters } = error
  const description = error.description.slice(0, maxDescription)
  if (code === 401) return { kind: 'tokenRefused', description }
  if (code === 429)
    return { kind: 'limited', description, retryAfterMs: (parameters.retry_after ?? 1) * 1000 }
  return { kind: code >= 500 ? 'unavailable' : 'refused', description }
}
