import type { ChatMessage, ChatRecord } from './types.ts'

/** The chat as the person sees it: without what they deleted on their side. */
export function messagesSeen(chat: ChatRecord | undefined): ChatMessage[] {
  if (!chat) return []
  return [...chat.messages.values()].filter(({ message_id: id }) => !chat.hiddenMessageIds.has(id))
}
