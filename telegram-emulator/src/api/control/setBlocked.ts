import type { Emulator } from '../../emulator.ts'
import { botUser } from '../../state/botUser.ts'
import { publishChatState } from '../../state/chatState.ts'
import { privateChat } from '../../state/privateChat.ts'
import { findOpenChat, type Parties } from './findParties.ts'

/** The person blocks or unblocks the bot; the bot learns it by my_chat_member. Without a change nothing is sent. */
export function setBlocked(emulator: Emulator, { bot, person }: Parties, isBlocked: boolean): void {
  const chat = findOpenChat(emulator, { bot, person })
  if (chat.isBlocked === isBlocked) return
  chat.isBlocked = isBlocked
  emulator.store.changed()
  emulator.events.publish({ type: 'chat', bot: bot.username, person: person.id, is_blocked: isBlocked })
  publishChatState(emulator, chat)
  const user = botUser(bot)
  const member = { user, status: 'member' }
  const kicked = { user, status: 'kicked', until_date: 0 }
  emulator.deliveries.push(bot, {
    type: 'my_chat_member',
    payload: {
      chat: privateChat(person),
      from: person,
      date: emulator.clock.unixTime(),
      old_chat_member: isBlocked ? member : kicked,
      new_chat_member: isBlocked ? kicked : member,
    },
  })
}
