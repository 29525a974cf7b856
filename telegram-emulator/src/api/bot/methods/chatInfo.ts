import type { ChatFullInfo, ChatMemberMember, User } from '@grammyjs/types'

import { botUser } from '../../../state/botUser.ts'
import { privateChat } from '../../../state/privateChat.ts'
import type { Person } from '../../../state/types.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findKnownChat } from '../validate/findChat.ts'
import { readUserId } from '../validate/readUserId.ts'

const MOST_REACTIONS = 11
const ACCENT_COLORS = 7

const getChat: BotApiMethod = (call): ChatFullInfo.PrivateChat => {
  const { chat, person } = findKnownChat(call)
  const pinned = chat.messages.get(chat.pinnedMessageIds.at(-1) ?? 0)
  return {
    ...privateChat(person),
    ...(person.username && { active_usernames: [person.username] }),
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
    ...(pinned && { pinned_message: pinned as ChatFullInfo.PrivateChat['pinned_message'] & {} }),
    max_reaction_count: MOST_REACTIONS,
    accent_color_id: person.id % ACCENT_COLORS,
  }
}

const getChatMember: BotApiMethod = (call): ChatMemberMember => {
  const userId = readUserId(call)
  const { person } = findKnownChat(call)
  if (userId === call.bot.id) return { status: 'member', user: botUser(call.bot) }
  if (userId !== person.id) throw badRequest('member not found')
  return { status: 'member', user: withoutLanguage(person) }
}

/** The person and the bot. */
const getChatMemberCount: BotApiMethod = (call) => {
  findKnownChat(call)
  return 2
}

const getChatAdministrators: BotApiMethod = (call) => {
  findKnownChat(call)
  throw badRequest('there are no administrators in the private chat')
}

export const chatInfo = {
  getChat,
  getChatMember,
  getChatMemberCount,
  getChatAdministrators,
}

/** The language is told with what a person sends, and nowhere else. */
function withoutLanguage({ language_code: _, ...user }: Person): User {
  return user
}
