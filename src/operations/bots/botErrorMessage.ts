import type { MessageKey } from '../../i18n/en.ts'

/** The catalogue's sentence for an error code that the runner reported. */
export const botErrorMessage = (code: string): MessageKey => {
  if (code === 'tokenRefused') return 'botError.tokenRefused'
  if (code === 'tokenUnreadable') return 'botError.tokenUnreadable'
  if (code === 'tooManyRequests') return 'botError.tooManyRequests'
  if (code === 'unreachable') return 'botError.unreachable'
  return 'botError.other'
}
