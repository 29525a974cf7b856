import type { InlineKeyboardButton, MessageEntity } from '@grammyjs/types'

/** One sendMessage: text with entities, never a parse mode, so that no author's text can break or inject. */
export type OutgoingMessage = {
  text: string
  entities: MessageEntity[]
  keyboard?: InlineKeyboardButton.CallbackButton[][]
}
