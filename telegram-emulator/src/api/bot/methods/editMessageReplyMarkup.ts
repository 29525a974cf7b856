import { contentOf } from '../../../state/contentOf.ts'
import { applyEdit } from '../applyEdit.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const editMessageReplyMarkup: BotApiMethod = (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const keyboard = readInlineKeyboard(call.parameters)
  const { chat, message } = findOwnMessage(call)
  return applyEdit(call, chat, message, {
    ...contentOf(message),
    ...(keyboard && { reply_markup: keyboard }),
  })
}
