import type { InlineKeyboardMarkup } from 'grammy/types'

import type { Keyboard } from '../../../src/lesson/render/outgoingMessage.ts'

export const markupOf = (keyboard: Keyboard | undefined): InlineKeyboardMarkup | undefined =>
  keyboard === undefined ? undefined : { inline_keyboard: keyboard }
