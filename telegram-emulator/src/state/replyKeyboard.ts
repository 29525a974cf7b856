import type { ForceReply, ReplyKeyboardMarkup, ReplyKeyboardRemove } from '@grammyjs/types'

import { publishChatState } from './chatState.ts'
import type { EventHub } from './eventHub.ts'
import type { Store } from './store.ts'
import type { ChatRecord } from './types.ts'

interface World {
  store: Store
  events: EventHub
}

/** A message brings a keyboard below the chat, or takes away the one that is there. */
export function setReplyKeyboard(
  world: World,
  chat: ChatRecord,
  messageId: number,
  markup: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply,
): void {
  chat.keyboardMessageIds.add(messageId)
  if ('remove_keyboard' in markup) return removeReplyKeyboard(world, chat)
  chat.replyKeyboard = { messageId, markup }
  publishChatState(world, chat)
}

export function removeReplyKeyboard(world: World, chat: ChatRecord): void {
  if (!chat.replyKeyboard) return
  chat.replyKeyboard = null
  publishChatState(world, chat)
}
