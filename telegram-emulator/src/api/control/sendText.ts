import type { Emulator } from '../../emulator.ts'
import type { ChatMessage } from '../../state/types.ts'
import { withoutReply } from '../../state/withoutReply.ts'
import { detectEntities } from '../bot/validate/detectEntities.ts'
import { requireAccess, type Parties } from './findParties.ts'
import { postFromPerson } from './postFromPerson.ts'
import { setBlocked } from './setBlocked.ts'

/** The person writes to the bot. The first text opens the chat, as the Start button does. */
export function sendText(
  emulator: Emulator,
  parties: Parties,
  text: string,
  repliedTo?: ChatMessage,
): ChatMessage {
  requireAccess(parties)
  const chat = emulator.store.openChat(parties.bot.id, parties.person.id)
  // Telegram offers a person who blocked a bot one thing only: to restart it.
  if (chat.isBlocked && /^\/start(\s|$)/.test(text)) setBlocked(emulator, parties, false)
  const entities = detectEntities(text, [])
  return postFromPerson(emulator, parties, {
    ...(repliedTo && { reply_to_message: withoutReply(repliedTo) }),
    text,
    ...(entities.length > 0 && { entities }),
  })
}
