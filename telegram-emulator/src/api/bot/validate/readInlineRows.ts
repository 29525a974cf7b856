import type { InlineKeyboardMarkup } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import { LIMITS } from './limits.ts'
import { inlineAction, readInlineButton } from './readInlineButton.ts'

/**
 * The rows of an inline keyboard; undefined if no button is left. Buttons without a text and those beyond 12 in a
 * row are left out silently, as in Telegram.
 */
export function readInlineRows(rows: unknown[]): InlineKeyboardMarkup | undefined {
  const keyboard = rows.map((row) => {
    if (!Array.isArray(row)) {
      throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    }
    const buttons = row.map((button: unknown) => readInlineButton(button))
    return buttons.filter(({ text }) => text !== '').slice(0, LIMITS.keyboardRowButtons)
  })
  const filled = keyboard.filter((row) => row.length > 0)
  const buttons = filled.flat()
  if (buttons.length > LIMITS.inlineButtons) throw badRequest('reply markup is too long')
  for (const [index, button] of buttons.entries()) {
    const action = inlineAction(button)
    if (action !== 'pay' && action !== 'callback_game') continue
    // They belong at the beginning of an invoice or a game, and neither of these is emulated.
    throw badRequest(index > 0 ? 'BUTTON_POS_INVALID' : 'BUTTON_TYPE_INVALID')
  }
  return filled.length > 0 ? { inline_keyboard: filled } : undefined
}
