import { contentOf } from '../../../state/contentOf.ts'
import { isServiceMessage } from '../../../state/serviceMessages.ts'
import type { ChatMessage, MessageContent } from '../../../state/types.ts'
import { applyEdit } from '../applyEdit.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { readMediaParameter } from '../files/readInputMedia.ts'
import { resolveMedia } from '../files/resolveMedia.ts'
import { UNMIXED } from '../validate/checkAlbum.ts'
import { findOwnMessage } from '../validate/findOwnMessage.ts'
import { readCaption } from '../validate/readCaption.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

type Kind = keyof MessageContent

const CAPTIONED = ['photo', 'video', 'animation', 'audio', 'document', 'voice'] as const satisfies Kind[]
/** What another file can take the place of. */
const REPLACEABLE = ['text', 'rich_message', 'photo', 'video', 'animation', 'audio', 'document'] as const
const IN_ALBUMS = ['photo', 'video', 'audio', 'document'] as const satisfies Kind[]
const ABOVE = ['photo', 'video', 'animation'] as const satisfies Kind[]

const editMessageMedia: BotApiMethod = async (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const keyboard = readInlineKeyboard(call.parameters)
  const media = readMediaParameter(call, { tooLong: 'MEDIA_CAPTION_TOO_LONG' })
  requireReplaceable(findOwnMessage(call).message)
  const content = await resolveMedia(call, media)
  // While the file was fetched, the message may have gone.
  const { chat, message } = findOwnMessage(call)
  requireReplaceable(message)
  if (message.media_group_id !== undefined) checkInAlbum(message, content)
  return applyEdit(call, chat, message, { ...content, ...(keyboard && { reply_markup: keyboard }) })
}

const editMessageCaption: BotApiMethod = (call) => {
  refuseUnemulated(call, ['business_connection_id'])
  const { parameters } = call
  const keyboard = readInlineKeyboard(parameters)
  const caption = readCaption(call, parameters, 'MEDIA_CAPTION_TOO_LONG')
  const { chat, message } = findOwnMessage(call)
  if (isServiceMessage(message)) throw badRequest("message can't be edited")
  if (!kindOf(message, CAPTIONED)) throw badRequest('there is no caption in the message to edit')
  const {
    caption: _caption,
    caption_entities: _entities,
    show_caption_above_media: _above,
    ...rest
  } = contentOf(message)
  const isAbove = kindOf(message, ABOVE) && parameters.boolean('show_caption_above_media')
  return applyEdit(call, chat, message, {
    ...rest,
    ...caption,
    ...(isAbove && { show_caption_above_media: true as const }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}

export const editMedia = { editMessageMedia, editMessageCaption }

/** An animation is a document too, and is asked for first. */
function kindOf<Name extends Kind>(content: MessageContent, kinds: readonly Name[]): Name | undefined {
  return kinds.find((kind) => content[kind] !== undefined)
}

function requireReplaceable(message: ChatMessage): void {
  if (!kindOf(message, REPLACEABLE)) throw badRequest("message media can't be edited")
}

function checkInAlbum(old: MessageContent, content: MessageContent): void {
  const kind = content.animation ? undefined : kindOf(content, IN_ALBUMS)
  if (!kind) throw badRequest("message content type can't be used in an album")
  const isUnmixed = UNMIXED.some((unmixed) => content[unmixed] ?? old[unmixed])
  if (isUnmixed && !old[kind]) throw badRequest("can't change media type in the album")
}
