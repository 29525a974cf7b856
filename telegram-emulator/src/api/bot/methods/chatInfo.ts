import type { Chat, ChatFullInfo, ChatMemberMember, User } from '@grammyjs/types'

import type { Emulator } from '../../../emulator.ts'
import { fileIdFor } from '../../../files/fileIds.ts'
import { botUser } from '../../../state/botUser.ts'
import { privateChat } from '../../../state/privateChat.ts'
import type { BotRecord, Person } from '../../../state/types.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findKnownChat } from '../validate/findChat.ts'
import { readUserId } from '../validate/readUserId.ts'

const MOST_REACTIONS = 11
const ACCENT_COLORS = 7

const getChat: BotApiMethod = (call): ChatFullInfo.PrivateChat => {
  const { emulator, bot, parameters } = call
  if (parameters.identifier('chat_id') === bot.id) return ownChat(emulator, bot)
  const { chat, person } = findKnownChat(call)
  const pinned = chat.messages.get(chat.pinnedMessageIds.at(-1) ?? 0)
  return {
    ...fullInfo(privateChat(person)),
    ...(pinned && { pinned_message: pinned as ChatFullInfo.PrivateChat['pinned_message'] & {} }),
  }
}

/** A bot sees itself, with the photo that people have not here. */
function ownChat({ files }: Emulator, bot: BotRecord): ChatFullInfo.PrivateChat {
  const { id, first_name, username } = botUser(bot)
  const sizes = bot.profilePhoto?.sizes.map((size) => files.get(size)) ?? []
  const [small, big] = [sizes[0], sizes.at(-1)]
  return {
    ...fullInfo({ id, type: 'private', first_name, ...(username && { username }) }),
    ...(small &&
      big && {
        photo: {
          small_file_id: fileIdFor(bot.id, small.id),
          small_file_unique_id: small.id,
          big_file_id: fileIdFor(bot.id, big.id),
          big_file_unique_id: big.id,
        },
      }),
  }
}

function fullInfo(chat: Chat.PrivateChat): ChatFullInfo.PrivateChat {
  return {
    ...chat,
    ...(chat.username && { active_usernames: [chat.username] }),
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
    max_reaction_count: MOST_REACTIONS,
    accent_color_id: chat.id % ACCENT_COLORS,
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
