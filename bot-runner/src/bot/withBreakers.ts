import { TelegramNetworkError, type TelegramTransport } from './telegramTransport.ts'

type Options = {
  now: () => number
  /** So many failures in a row, and the bot rests. */
  failures: number
  /** Milliseconds of the first rest; each that follows without a success is twice as long. */
  firstRestMs: number
  longestRestMs: number
}

type Breaker = { failures: number; rests: number; restsUntil: number; isProbing: boolean }

/** The number before the colon: who speaks, without the secret. */
const botOf = (token: string): string => token.slice(0, token.indexOf(':'))

/**
 * Telegram's answers to one bot must not cost the others their turn: a bot that has failed again and again (no answer,
 * or 5xx) is refused at once for a while; then one call tries whether it works again. Bots that work have no state.
 */
export const withBreakers = (
  transport: TelegramTransport,
  { now, failures, firstRestMs, longestRestMs }: Options,
): TelegramTransport & { resting: () => number } => {
  const breakers = new Map<string, Breaker>()

  const fail = (bot: string): void => {
    const breaker = breakers.get(bot) ?? { failures: 0, rests: 0, restsUntil: 0, isProbing: false }
    breakers.set(bot, breaker)
    breaker.failures += 1
    // Calls that were under way when it began to rest say nothing new.
    if (breaker.failures < failures || breaker.restsUntil > now()) return
    breaker.restsUntil = now() + Math.min(longestRestMs, firstRestMs * 2 ** breaker.rests)
    breaker.rests += 1
  }

  const call: TelegramTransport['call'] = async (token, method, payload, signal) => {
    // It waits on purpose, and has a pace of its own when it fails.
    if (method === 'getUpdates') return transport.call(token, method, payload, signal)
    const bot = botOf(token)
    const breaker = breakers.get(bot)
    const isTired = breaker !== undefined && breaker.failures >= failures
    if (isTired) {
      const retryAfterMs = Math.max(breaker.restsUntil - now(), breaker.isProbing ? firstRestMs : 0)
      if (retryAfterMs > 0) throw new TelegramNetworkError(method, 'resting', retryAfterMs)
      breaker.isProbing = true
    }
    try {
      const answer = await transport.call(token, method, payload, signal)
      if (!answer.ok && answer.error_code >= 500) fail(bot)
      else breakers.delete(bot)
      return answer
    } catch (error) {
      // Whoever hung up themselves says nothing about Telegram.
      if (error instanceof TelegramNetworkError && !signal?.aborted) fail(bot)
      throw error
    } finally {
      if (isTired) breaker.isProbing = false
    }
  }

  return {
    ...transport,
    call,
    resting: () => [...breakers.values()].filter((breaker) => breaker.failures >= failures).length,
  }
}
