import type { ReactionType } from '@grammyjs/types'

import { publishChatState } from './chatState.ts'
import type { EventHub } from './eventHub.ts'
import type { Store } from './store.ts'
import type { ChatRecord } from './types.ts'

/** One of the two replaces their reactions on a message; gives those of before. */
export function setReactions(
  world: { store: Store; events: EventHub },
  chat: ChatRecord,
  messageId: number,
  by: 'bot' | 'person',
  reactions: ReactionType[],
): ReactionType[] {
  const { [messageId]: old = { bot: [], person: [] }, ...others } = chat.reactions
  const now = { ...old, [by]: reactions }
  const isBare = now.bot.length === 0 && now.person.length === 0
  chat.reactions = isBare ? others : { ...others, [messageId]: now }
  publishChatState(world, chat)
  return old[by]
}
