import type { BotApiAnswer } from '../state/types.ts'
import type { Fault } from './faultTable.ts'

const DESCRIPTIONS: Record<number, string> = {
  400: 'Bad Request: injected fault',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** The error that an injected fault answers, worded as Telegram words that code. */
export function faultAnswer(fault: Fault & { error_code: number }): BotApiAnswer {
  const retryAfter = fault.retry_after ?? (fault.error_code === 429 ? 1 : undefined)
  const usual =
    fault.error_code === 429
      ? `Too Many Requests: retry after ${retryAfter}`
      : (DESCRIPTIONS[fault.error_code] ?? 'Injected fault')
  return {
    ok: false,
    error_code: fault.error_code,
    description: fault.description ?? usual,
    ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
  }
}
