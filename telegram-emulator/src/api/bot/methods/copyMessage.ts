import type { MessageId } from '@grammyjs/types'

import { copyPoll } from '../../../polls/copyPoll.ts'
import { contentOf } from '../../../state/contentOf.ts'
import type { ChatMessage, MessageContent } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { sendContent } from '../sendContent.ts'
import { findKnownChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { readCaption } from '../validate/readCaption.ts'
import { isTransferable } from '../validate/readTransfer.ts'
import { requireParameter } from '../validate/requireParameter.ts'
import { withStartTimestamp } from '../validate/withStartTimestamp.ts'

const WITH_CAPTION = [
  'photo',
  'video',
  'animation',
  'audio',
  'voice',
  'document',
] as const satisfies (keyof ChatMessage)[]

/** The copy is a message of its own: with what the call says of reply, keyboard and protection. */
export const copyMessage: BotApiMethod = (call): MessageId => {
  const { message_id } = sendContent(call, () => {
    requireParameter(call.parameters, 'from_chat_id')
    const newCaption = 'caption' in call.parameters.all ? readCaption(call) : undefined
    const { chat } = findKnownChat(call, 'from_chat_id')
    const message = findMessage(call, chat, 'message to copy')
    if (!isTransferable(message)) throw badRequest("the message can't be copied")
    const content = withStartTimestamp(call.parameters, contentOf(message))
    return copyPoll(call.emulator, withCaption(call, content, newCaption))
  })
  return { message_id }
}

/** Without a new caption the old one stays; a message that can have none is copied as it is. */
function withCaption(
  { parameters }: BotApiCall,
  content: MessageContent,
  newCaption: MessageContent | undefined,
): MessageContent {
  if (!newCaption || !WITH_CAPTION.some((kind) => content[kind])) return content
  const {
    caption: _caption,
    caption_entities: _entities,
    show_caption_above_media: _above,
    ...rest
  } = content
  const isAbove = parameters.boolean('show_caption_above_media')
  return { ...rest, ...newCaption, ...(isAbove && { show_caption_above_media: true as const }) }
}
