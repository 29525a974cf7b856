import { privateChat } from '../../state/privateChat.ts'
import type { ChatMessage, MessageContent } from '../../state/types.ts'
import type { Emulator } from '../../emulator.ts'
import { ControlError } from './controlError.ts'
import { requireAccess, type Parties } from './findParties.ts'

/** The person posts into the chat, and the bot gets it as an update. The chat must not be blocked. */
export function postFromPerson(
  emulator: Emulator,
  { bot, person }: Parties,
  content: MessageContent & Pick<ChatMessage, 'reply_to_message' | 'via_bot'>,
): ChatMessage {
  requireAccess({ bot, person })
  const chat = emulator.store.openChat(bot.id, person.id)
  if (chat.isBlocked)
    throw new ControlError(409, `person ${person.id} has blocked @${bot.username}: unblock it or send /start`)
  const message: ChatMessage = {
    message_id: bot.nextMessageId++,
    from: person,
    chat: privateChat(person),
    date: emulator.clock.unixTime(),
    ...content,
  }
  emulator.store.putMessage(chat, message)
  emulator.events.publish({ type: 'message', bot: bot.username, person: person.id, message })
  emulator.deliveries.push(bot, { type: 'message', payload: message })
  return message
}
