import { GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'

import { locales } from '../../../src/contracts/locale.ts'
import { loginKey } from '../../../src/contracts/loginKey.ts'
import type { PlatformReport } from '../../../src/contracts/platform.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { sealToken, type KeyRing } from '../../../src/contracts/tokenSeal.ts'
import { webAppKey } from '../../../src/contracts/webAppKey.ts'
import { describeError } from '../describeError.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { AllowedUpdates, WebhookTarget } from '../fleet/setup/webhookPiece.ts'
import { platformTexts } from '../locales/platform/platformTexts.ts'
import type { Logger } from '../logger.ts'

export const platformUpdates = ['message', 'callback_query', 'managed_bot'] as const satisfies AllowedUpdates

type Options = {
  bot: CourseBot
  client: Pick<RunnerClient, 'reportPlatform'>
  ring: KeyRing
  /** null: it is polled. */
  webhook: WebhookTarget
  log: Logger
}

const commandsIn = (locale: keyof typeof platformTexts) =>
  Object.entries(platformTexts[locale].commands).map(([command, description]) => ({ command, description }))

const apply = async ({ bot: { bot }, webhook }: Options): Promise<void> => {
  const { raw } = bot.api
  await raw.setMyCommands({ commands: commandsIn('en') })
  for (const locale of locales)
    await raw.setMyCommands({ commands: commandsIn(locale), language_code: locale })
  if (webhook === null) await raw.deleteWebhook({ drop_pending_updates: false })
  else
    await raw.setWebhook({
      url: webhook.url,
      secret_token: webhook.secret,
      allowed_updates: [...platformUpdates],
    })
}

const reportOf = (
  me: UserFromGetMe,
  keys: Pick<PlatformReport, 'sealedWebAppKey' | 'sealedLoginKey'>,
): PlatformReport => ({
  username: me.username,
  telegramBotId: me.id,
  ...keys,
  canManageBots: me.can_manage_bots === true,
  problem: me.can_manage_bots === true ? null : 'cannotManageBots',
})

/**
 * Finds out who the platform bot is, gives it its commands and webhook, and tells the CMS. Repeating it changes
 * nothing.
 * @returns whether it is done; otherwise it is to be tried again
 */
export const setUpPlatform = async (options: Options): Promise<boolean> => {
  const { bot, client, ring, log } = options
  try {
    const me = await bot.bot.api.getMe()
    await apply(options)
    const { token } = bot.bot
    const report = reportOf(me, {
      sealedWebAppKey: await sealToken(ring, await webAppKey(token)),
      sealedLoginKey: await sealToken(ring, await loginKey(token)),
    })
    await client.reportPlatform(report)
    log.info({ username: report.username, problem: report.problem }, 'the platform bot is set up')
    return true
  } catch (error) {
    log.warn({ error: describeError(error) }, 'the platform bot is not set up')
    const isRefused = error instanceof GrammyError && [401, 404].includes(error.error_code)
    const problem = isRefused ? 'tokenRefused' : 'unreachable'
    const none = {
      username: null,
      telegramBotId: null,
      sealedWebAppKey: null,
      sealedLoginKey: null,
      canManageBots: false,
      problem,
    } as const
    if (isRefused) await client.reportPlatform(none).catch(() => undefined)
    return false
  }
}
