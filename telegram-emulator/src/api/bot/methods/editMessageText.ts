import { applyEdit } from '../applyEdit.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { previewUrl, readLinkPreview, shownPreview } from '../validate/readLinkPreview.ts'
import { readText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const editMessageText: BotApiMethod = (call) => {
  const { emulator, parameters } = call
  refuseUnemulated(call, ['business_connection_id', 'rich_message'])
  const preview = readLinkPreview(parameters)
  const findPerson = (id: number) => emulator.store.people.get(id)
  const formatted = readText(parameters, 'MESSAGE_TOO_LONG', findPerson, previewUrl(preview) !== '')
  const { text, entities } = formatted
  const keyboard = readInlineKeyboard(parameters)
  const { chat, message } = findOwnMessage(call)
  // What is not given goes: an edit without reply_markup removes the keyboard.
  return applyEdit(call, chat, message, {
    text,
    ...(entities.length > 0 && { entities }),
    ...shownPreview(preview, formatted),
    ...(keyboard && { reply_markup: keyboard }),
  })
}
