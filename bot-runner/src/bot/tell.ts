import { GrammyError, type Api } from 'grammy'
import type { ForceReply, InlineKeyboardMarkup } from 'grammy/types'

import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'

/** Nobody is there to be told: never started, blocked, deleted. */
const isDeaf = (error: unknown): boolean =>
  error instanceof GrammyError && [400, 403].includes(error.error_code)

const waitOf = (error: unknown): number | undefined =>
  error instanceof GrammyError ? error.parameters.retry_after : undefined

/**
 * Says something to a person, plain text with links below.
 * @throws {RetryLaterError} when Telegram puts it off; who cannot be told at all is passed over
 */
export const tell = async (
  options: { api: Api; log: Logger },
  chatId: number,
  text: string,
  keyboard?: InlineKeyboardMarkup | ForceReply,
): Promise<void> => {
  try {
    await options.api.sendMessage(chatId, text, {
      ...(keyboard && { reply_markup: keyboard }),
      link_preview_options: { is_disabled: true },
    })
  } catch (cause) {
    if (!isDeaf(cause))
      throw new RetryLaterError('Telegram puts a message off', { cause, retryAfterSeconds: waitOf(cause) })
    options.log.info({ error: describeError(cause) }, 'nobody is there to be told')
  }
}
