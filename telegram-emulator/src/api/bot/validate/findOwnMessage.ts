import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { findChat } from './findChat.ts'

/** The bot's own message that an editing method names. */
export function findOwnMessage(call: BotApiCall): { chat: ChatRecord; message: ChatMessage } {
  if (call.parameters.has('inline_message_id')) throw notEmulated(`inline_message_id in ${call.method}`)
  if (!call.parameters.has('chat_id') && !call.parameters.has('message_id')) {
    throw badRequest('message identifier is not specified')
  }
  const { chat } = findChat(call)
  const id = call.parameters.integer('message_id', 0)
  if (id <= 0) throw badRequest('message identifier is not specified')
  const message = chat.messages.get(id)
  if (!message) throw badRequest('message to edit not found')
  if (message.from.id !== call.bot.id || chat.keyboardMessageIds.has(id))
    throw badRequest("message can't be edited")
  return { chat, message }
}
