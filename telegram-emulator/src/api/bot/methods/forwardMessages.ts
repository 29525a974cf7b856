import type { MessageId } from '@grammyjs/types'

import { copyPoll } from '../../../polls/copyPoll.ts'
import { contentOf } from '../../../state/contentOf.ts'
import type { ChatMessage } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { postMessage, refuseUnknownOptions } from '../sendContent.ts'
import { findChat, findKnownChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { isTransferable, readTransfer, type Transfer } from '../validate/readTransfer.ts'
import { requireParameter } from '../validate/requireParameter.ts'
import { withStartTimestamp } from '../validate/withStartTimestamp.ts'

const forwardMessage: BotApiMethod = (call) => {
  refuseUnknownOptions(call)
  requireParameter(call.parameters, 'from_chat_id')
  const source = findKnownChat(call, 'from_chat_id')
  const message = findMessage(call, source.chat, 'message to forward')
  const target = findChat(call)
  if (!isTransferable(message)) throw badRequest("the message can't be forwarded")
  return postMessage(call, target, withStartTimestamp(call.parameters, forwarded(call, message)))
}

const forwardMessages: BotApiMethod = (call): MessageId[] => {
  const transfer = readTransfer(call)
  return transfer.messages.map(({ message, group }) =>
    send(call, transfer, { ...forwarded(call, message), ...group }),
  )
}

const copyMessages: BotApiMethod = (call): MessageId[] => {
  const transfer = readTransfer(call)
  const isBare = call.parameters.boolean('remove_caption')
  return transfer.messages.map(({ message, group }) => {
    const { caption, caption_entities, ...content } = copyPoll(call.emulator, contentOf(message))
    const kept = isBare ? {} : { ...(caption && { caption }), ...(caption_entities && { caption_entities }) }
    return send(call, transfer, { ...content, ...kept, ...protection(call), ...group })
  })
}

export const forwards = { forwardMessage, forwardMessages, copyMessages }

function send(call: BotApiCall, { target }: Transfer, rest: Parameters<typeof postMessage>[2]): MessageId {
  return { message_id: postMessage(call, target, rest).message_id }
}

/** A forwarded message names its first author. Its keyboard stays behind. */
function forwarded(call: BotApiCall, message: ChatMessage): Parameters<typeof postMessage>[2] {
  const { forward_origin, date, from: sender_user } = message
  return {
    forward_origin: forward_origin ?? { type: 'user', sender_user, date },
    ...contentOf(message),
    ...protection(call),
  }
}

function protection({ parameters }: BotApiCall): Pick<ChatMessage, 'has_protected_content'> {
  return parameters.boolean('protect_content') ? { has_protected_content: true } : {}
}
