import type { Emulator } from '../../emulator.ts'
import { privateChat } from '../../state/privateChat.ts'
import type { ChatMessage } from '../../state/types.ts'
import { detectEntities } from '../bot/validate/detectEntities.ts'
import { ControlError } from './controlError.ts'
import type { Parties } from './findParties.ts'
import { setBlocked } from './setBlocked.ts'

const DAY_MS = 24 * 3600 * 1000

/** The person writes to the bot. The first text opens the chat, as the Start button does. */
export function sendText(emulator: Emulator, parties: Parties, text: string): ChatMessage {
  const { bot, person } = parties
  const chat = emulator.store.openChat(bot.id, person.id)
  if (chat.isBlocked) {
    // Telegram offers a person who blocked a bot one thing only: to restart it.
    if (!/^\/start(\s|$)/.test(text)) {
      throw new ControlError(
        409,
        `person ${person.id} has blocked @${bot.username}: unblock it or send /start`,
      )
    }
    setBlocked(emulator, parties, false)
  }
  const entities = detectEntities(text, [])
  const message: ChatMessage = {
    message_id: bot.nextMessageId++,
    from: person,
    chat: privateChat(person),
    date: emulator.clock.unixTime(),
    text,
    ...(entities.length > 0 && { entities }),
  }
  emulator.store.putMessage(chat, message)
  emulator.events.publish({ type: 'message', bot: bot.username, person: person.id, message })
  emulator.deliveries.push(bot, {
    type: 'message',
    stream: `message:${person.id}`,
    lifetimeMs: DAY_MS,
    payload: message,
  })
  return message
}
