import { GrammyError } from 'grammy'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { PlatformTokens } from '../platform/platformTokens.ts'

/**
 * Gets a managed bot's token anew and gives it to the CMS, which queues the bot's set-up if it is another one.
 * `replace` makes a new one; a crash before the CMS has it costs one more replacement.
 * @returns whether the CMS has another token now
 * @throws when Telegram or the CMS is away
 */
export const renewToken = async (
  options: { client: Pick<RunnerClient, 'saveBotToken'>; tokens: PlatformTokens | null },
  bot: RunnerBot,
  way: keyof PlatformTokens,
): Promise<boolean> => {
  const { client, tokens } = options
  if (tokens === null || !bot.isManaged) return false
  const { id, telegramBotId } = bot
  try {
    const sealedToken = await tokens[way](telegramBotId)
    return (await client.saveBotToken(id, { sealedToken, telegramBotId })).status === 'saved'
  } catch (error) {
    // Deleted, or no longer ours to manage.
    if (error instanceof GrammyError && [400, 403].includes(error.error_code)) return false
    throw error
  }
}
