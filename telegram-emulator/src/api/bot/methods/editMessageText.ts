import type { MessageContent } from '../../../state/types.ts'
import { applyEdit } from '../applyEdit.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { previewUrl, readLinkPreview, shownPreview } from '../validate/readLinkPreview.ts'
import { readText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'
import { readRichMessage } from '../validate/rich/readRichMessage.ts'

/** A text may become a rich message and the other way round. */
export const editMessageText: BotApiMethod = async (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const content = call.parameters.has('rich_message')
    ? { rich_message: await readRichMessage(call) }
    : readTextContent(call)
  const keyboard = readInlineKeyboard(call.parameters)
  const { chat, message } = findOwnMessage(call)
  if (message.text === undefined && !message.rich_message)
    throw badRequest('there is no text in the message to edit')
  // What is not given goes: an edit without reply_markup removes the keyboard.
  return applyEdit(call, chat, message, { ...content, ...(keyboard && { reply_markup: keyboard }) })
}

function readTextContent({ emulator, parameters }: BotApiCall): MessageContent {
  const preview = readLinkPreview(parameters)
  const findPerson = (id: number) => emulator.store.people.get(id)
  const formatted = readText(parameters, 'MESSAGE_TOO_LONG', findPerson, previewUrl(preview) !== '')
  const { text, entities } = formatted
  return { text, ...(entities.length > 0 && { entities }), ...shownPreview(preview, formatted) }
}
