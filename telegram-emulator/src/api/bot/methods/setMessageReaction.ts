import { setReactions } from '../../../state/setReactions.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { findChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { readReactions } from '../validate/readReactions.ts'

export const setMessageReaction: BotApiMethod = (call) => {
  const reactions = readReactions(call.parameters.json('reaction', 'reaction types'))
  const { chat } = findChat(call)
  const message = findMessage(call, chat, 'message to react')
  setReactions(call.emulator, chat, message.message_id, 'bot', reactions)
  return true
}
