import { GrammyError } from 'grammy'

import type { BotTokenResponse } from '../../../src/contracts/platform.ts'
import { asking } from '../bot/asking.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import type { PlatformServices } from './platformServices.ts'

/**
 * Fetches a managed bot's token and gives it to the CMS, sealed. A crash in between loses nothing: the update comes
 * again, and so does all of this.
 * @returns `unmanaged`: Telegram does not give it out
 * @throws {RetryLaterError} when Telegram or the CMS is away
 */
export const adoptBot = async (
  { client, tokens }: Pick<PlatformServices, 'client' | 'tokens'>,
  botId: string,
  telegramBotId: number,
): Promise<BotTokenResponse['status'] | 'unmanaged'> => {
  let sealedToken: string
  try {
    sealedToken = await tokens.fetch(telegramBotId)
  } catch (cause) {
    if (cause instanceof GrammyError && [400, 403].includes(cause.error_code)) return 'unmanaged'
    throw new RetryLaterError('the token of a managed bot cannot be fetched', { cause })
  }
  return (await asking(client.saveBotToken(botId, { sealedToken, telegramBotId }))).status
}
