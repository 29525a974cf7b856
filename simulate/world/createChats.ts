import type { ChatMessage, EmulatorEvent } from '../../telegram-emulator/src/client.ts'

/** So many of a chat's last messages are before somebody's eyes. */
const shownCount = 40

/** What stands in everybody's chats, as it is told by the emulator. */
export const createChats = () => {
  const chats = new Map<string, Map<number, ChatMessage>>()
  const keyOf = (bot: string, person: number) => `${bot} ${person}`

  return {
    take: (event: EmulatorEvent) => {
      if (event.type !== 'message' && event.type !== 'edit') return
      const key = keyOf(event.bot, event.person)
      const chat = chats.get(key) ?? new Map<number, ChatMessage>()
      chats.set(key, chat)
      // A late edit of a message that has scrolled away is seen by nobody.
      if (event.type === 'edit' && !chat.has(event.message.message_id)) return
      chat.set(event.message.message_id, event.message)
      const [oldest] = chat.keys()
      if (chat.size > shownCount && oldest !== undefined) chat.delete(oldest)
    },
    /** Newest first. */
    of: (bot: string, person: number): ChatMessage[] =>
      [...(chats.get(keyOf(bot, person))?.values() ?? [])].reverse(),
  }
}

export type Chats = ReturnType<typeof createChats>
