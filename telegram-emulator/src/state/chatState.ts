import type { BotCommand, ForceReply, MenuButton, ReplyKeyboardMarkup } from '@grammyjs/types'

import type { EventHub } from './eventHub.ts'
import { shownCommands } from './shownCommands.ts'
import type { Store } from './store.ts'
import type { BotRecord, ChatRecord, MessageReactions, Person } from './types.ts'

/** What a chat shows beside its messages. */
export interface ChatState {
  is_blocked: boolean
  /** What the bot sent last in place of the letters, or the answer that it asks for. */
  reply_keyboard: ReplyKeyboardMarkup | ForceReply | null
  /** In the order in which they were pinned. */
  pinned_message_ids: number[]
  /** By message_id. */
  reactions: Record<string, MessageReactions>
  /** The person's votes by poll id: the numbers of the chosen options. */
  votes: Record<string, number[]>
  menu_button: MenuButton
  /** Those that this person sees, in their language. */
  commands: BotCommand[]
}

/** The state of a chat; one that was never opened is empty. */
export function chatState(bot: BotRecord, person: Person, chat?: ChatRecord): ChatState {
  return {
    is_blocked: chat?.isBlocked ?? false,
    reply_keyboard: chat?.replyKeyboard?.markup ?? null,
    pinned_message_ids: chat?.pinnedMessageIds.filter((id) => !chat.hiddenMessageIds.has(id)) ?? [],
    reactions: chat?.reactions ?? {},
    votes: chat?.votes ?? {},
    menu_button: bot.chatMenuButtons[person.id] ?? bot.menuButton,
    commands: shownCommands(bot, person),
  }
}

/** Something of the chat's state changed: keep it, and tell whoever looks. */
export function publishChatState(
  { store, events }: { store: Store; events: EventHub },
  { botId, personId }: Pick<ChatRecord, 'botId' | 'personId'>,
): void {
  store.changed()
  const bot = store.botById(botId)
  const person = store.people.get(personId)
  if (!bot || !person) return
  const state = chatState(bot, person, store.chat(botId, personId))
  events.publish({ type: 'state', bot: bot.username, person: personId, state })
}
