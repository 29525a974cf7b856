import { Bot } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import { openToken, type KeyRing } from '../../../src/contracts/tokenSeal.ts'
import type { TelegramTransport } from '../bot/telegramTransport.ts'

/** A bot of a course, able to speak: its record of the CMS and a grammY bot over the shared transport. */
export type CourseBot = { record: RunnerBot; bot: Bot }

const botInfoOf = (record: RunnerBot): UserFromGetMe => ({
  id: record.telegramBotId,
  is_bot: true,
  first_name: record.name ?? '',
  username: record.username ?? '',
  can_join_groups: false,
  can_read_all_group_messages: false,
  can_manage_bots: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  supports_join_request_queries: false,
})

/**
 * Needs no getMe: the CMS knows who the bot is.
 * @throws {Error} when no key of the ring opens the token
 */
export const openCourseBot = async (
  record: RunnerBot,
  ring: KeyRing,
  transport: TelegramTransport,
): Promise<CourseBot> => {
  const token = await openToken(ring, record.sealedToken)
  const bot = new Bot(token, { botInfo: botInfoOf(record) })
  // The transport stands in for grammY's client altogether: `previous`, which would make the request, is left out.
  bot.api.config.use(
    (_previous, method, payload, signal) =>
      transport.call(token, method, payload, signal as AbortSignal | undefined) as never,
  )
  return { record, bot }
}
