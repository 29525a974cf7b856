import type { InlineKeyboardMarkup } from '@grammyjs/types'

import { badRequest } from '../botApiError.ts'
import type { Parameters } from '../parameters.ts'
import { readReplyMarkup } from './readReplyMarkup.ts'

/** The inline keyboard of an edited message; undefined if there is none. Other keyboards cannot be edited in. */
export function readInlineKeyboard(parameters: Parameters): InlineKeyboardMarkup | undefined {
  const markup = readReplyMarkup(parameters)
  if (markup && !('inline_keyboard' in markup)) throw badRequest('inline keyboard expected')
  return markup
}
