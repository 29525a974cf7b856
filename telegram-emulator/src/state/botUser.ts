import type { User, UserFromGetMe } from '@grammyjs/types'

import type { BotRecord } from './types.ts'

/** The bot as it appears as the sender of messages. */
export function botUser(bot: BotRecord): User {
  return { id: bot.id, is_bot: true, first_name: bot.texts['']?.name ?? bot.username, username: bot.username }
}

/** The bot as getMe shows it. */
export function botUserFromGetMe(bot: BotRecord): UserFromGetMe {
  return {
    ...botUser(bot),
    is_bot: true,
    username: bot.username,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: bot.canManageBots,
    supports_join_request_queries: false,
  }
}
