import type { InlineKeyboardButton, RichBlock, RichMessageButton, RichText } from '@grammyjs/types'

import { plainText } from './richPlainText.ts'
import { richParts } from './richParts.ts'
import { richTextParts } from './richTextParts.ts'

/** The buttons within a rich message, as those of a keyboard: their labels are text alone. */
export function richButtons(blocks: readonly RichBlock[]): InlineKeyboardButton[] {
  return blocks.flatMap((block) => {
    const { before, groups, after } = richParts(block)
    const rows = block.type === 'buttons' ? block.buttons.map(asKeyboardButton) : []
    return [...rows, ...before.flatMap(inText), ...groups.flatMap(richButtons), ...after.flatMap(inText)]
  })
}

function inText(text: RichText): InlineKeyboardButton[] {
  if (typeof text === 'string') return []
  if (Array.isArray(text)) return text.flatMap(inText)
  return text.type === 'button' ? [asKeyboardButton(text.button)] : inText(richTextParts(text))
}

function asKeyboardButton({ style: _style, ...button }: RichMessageButton): InlineKeyboardButton {
  return { ...button, text: plainText(button.text) } as InlineKeyboardButton
}
