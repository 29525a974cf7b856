import { publishChatState } from './chatState.ts'
import type { EventHub } from './eventHub.ts'
import { removeReplyKeyboard } from './replyKeyboard.ts'
import type { Store } from './store.ts'
import type { ChatRecord } from './types.ts'

interface World {
  store: Store
  events: EventHub
}

/** The messages go for both. A keyboard goes with the message that brought it. */
export function deleteForBoth(world: World, chat: ChatRecord, ids: readonly number[]): void {
  const present = ids.filter((id) => chat.messages.has(id))
  forget(world, chat, present, (id) => world.store.removeMessage(chat, id))
}

/** The messages go for the person alone. */
export function deleteForPerson(world: World, chat: ChatRecord, ids: readonly number[]): void {
  const seen = ids.filter((id) => chat.messages.has(id) && !chat.hiddenMessageIds.has(id))
  forget(world, chat, seen, (id) => chat.hiddenMessageIds.add(id))
}

function forget(world: World, chat: ChatRecord, ids: number[], remove: (id: number) => void): void {
  const { store, events } = world
  const bot = store.botById(chat.botId)
  if (ids.length === 0 || !bot) return
  const showedMore = ids.some((id) => chat.pinnedMessageIds.includes(id) || chat.reactions[id])
  for (const id of ids) remove(id)
  store.changed()
  events.publish({ type: 'delete', bot: bot.username, person: chat.personId, message_ids: ids })
  if (chat.replyKeyboard && ids.includes(chat.replyKeyboard.messageId)) removeReplyKeyboard(world, chat)
  else if (showedMore) publishChatState(world, chat)
}
