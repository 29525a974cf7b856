import type { KeyboardButton } from '@grammyjs/types'

import type { ChatRecord } from '../../../state/types.ts'

type Button = Exclude<KeyboardButton, string>

/** The buttons of the keyboard that stands below the chat. */
export function keyboardButtons(chat: ChatRecord | undefined): Button[] {
  const markup = chat?.replyKeyboard?.markup
  if (!markup || !('keyboard' in markup)) return []
  return markup.keyboard.flat().map((button) => (typeof button === 'string' ? { text: button } : button))
}
