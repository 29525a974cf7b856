import { publishChatState } from '../../../state/chatState.ts'
import { isServiceMessage } from '../../../state/serviceMessages.ts'
import type { ChatRecord } from '../../../state/types.ts'
import { withoutReply } from '../../../state/withoutReply.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { postMessage } from '../sendContent.ts'
import { findChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

const pinChatMessage: BotApiMethod = (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const { chat, person } = findChat(call)
  const message = findMessage(call, chat, 'message to pin')
  if (isServiceMessage(message)) throw badRequest("a service message can't be pinned")
  if (chat.pinnedMessageIds.includes(message.message_id)) throw badRequest('CHAT_NOT_MODIFIED')
  setPinned(call, chat, [...chat.pinnedMessageIds, message.message_id])
  const notice = postMessage(call, { chat, person }, { pinned_message: withoutReply(message) })
  // Unlike its other messages, the bot gets this one too.
  call.emulator.deliveries.push(call.bot, { type: 'message', payload: notice })
  return true
}

const unpinChatMessage: BotApiMethod = (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const { chat } = findChat(call)
  const id = call.parameters.has('message_id')
    ? findMessage(call, chat, 'message to unpin').message_id
    : chat.pinnedMessageIds.at(-1)
  if (id === undefined) throw badRequest('message to unpin not found')
  if (!chat.pinnedMessageIds.includes(id)) throw badRequest('CHAT_NOT_MODIFIED')
  setPinned(
    call,
    chat,
    chat.pinnedMessageIds.filter((pinned) => pinned !== id),
  )
  return true
}

const unpinAllChatMessages: BotApiMethod = (call) => {
  const { chat } = findChat(call)
  if (chat.pinnedMessageIds.length > 0) setPinned(call, chat, [])
  return true
}

export const pins = { pinChatMessage, unpinChatMessage, unpinAllChatMessages }

function setPinned({ emulator }: BotApiCall, chat: ChatRecord, ids: number[]): void {
  chat.pinnedMessageIds = ids
  publishChatState(emulator, chat)
}
