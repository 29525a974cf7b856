import { applyEdit } from '../applyEdit.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const editMessageReplyMarkup: BotApiMethod = (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const keyboard = readInlineKeyboard(call.parameters)
  const { chat, message } = findOwnMessage(call)
  const { text, entities, link_preview_options } = message
  return applyEdit(call, chat, message, {
    text,
    ...(entities && { entities }),
    ...(link_preview_options && { link_preview_options }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}
