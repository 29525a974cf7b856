import { applyEdit } from '../applyEdit.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { isObject } from '../fields.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { readText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const editMessageText: BotApiMethod = (call) => {
  const { emulator, parameters } = call
  refuseUnemulated(call, ['business_connection_id', 'rich_message'])
  const { text, entities } = readText(parameters, 'MESSAGE_TOO_LONG', (id) => emulator.store.people.get(id))
  const keyboard = readInlineKeyboard(parameters)
  const { chat, message } = findOwnMessage(call)
  const preview = parameters.json('link_preview_options', 'link preview options')
  // What is not given goes: an edit without reply_markup removes the keyboard.
  return applyEdit(call, chat, message, {
    text,
    ...(entities.length > 0 && { entities }),
    ...(isObject(preview) && { link_preview_options: preview }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}
