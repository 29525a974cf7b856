import type { MessageKey } from '../../i18n/en.ts'

/** The catalogue's sentence for an error code that the runner reported. */
export const botErrorMessage = (code: string): MessageKey => {
  if (code === 'tokenRefused' || code === 'tokenOfAnotherBot') return 'botError.tokenRefused'
  if (code === 'tokenUnreadable') return 'botError.tokenUnreadable'
  // telegramLimited, nameLimited …
  if (code.endsWith('Limited')) return 'botError.tooManyRequests'
  if (code === 'webhookLost') return 'botError.webhookLost'
  if (code === 'telegramUnavailable') return 'botError.unreachable'
  return 'botError.other'
}
