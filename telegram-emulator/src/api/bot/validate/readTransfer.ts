import { randomInt } from 'node:crypto'

import { isServiceMessage } from '../../../state/serviceMessages.ts'
import type { ChatMessage } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { refuseUnknownOptions } from '../sendContent.ts'
import { findChat, findKnownChat, type PrivateChat } from './findChat.ts'
import { readMessageIds } from './readIdentifiers.ts'
import { requireParameter } from './requireParameter.ts'

export interface Transfer {
  target: PrivateChat
  /** With the album that a message of an album belongs to at its new place. */
  messages: { message: ChatMessage; group: Pick<ChatMessage, 'media_group_id'> }[]
}

/** Whether the message may be forwarded and copied. */
export function isTransferable(message: ChatMessage): boolean {
  return !message.has_protected_content && !isServiceMessage(message)
}

/** The messages that forwardMessages or copyMessages takes along; those that are gone or protected are skipped. */
export function readTransfer(call: BotApiCall): Transfer {
  refuseUnknownOptions(call)
  requireParameter(call.parameters, 'from_chat_id')
  const ids = readMessageIds(call.parameters)
  if (ids.some((id, index) => id <= (ids[index - 1] ?? 0)))
    throw badRequest('message identifiers must be in a strictly increasing order')
  const target = findChat(call)
  const { chat } = findKnownChat(call, 'from_chat_id')
  const found = ids.map((id) => chat.messages.get(id)).filter((message) => message !== undefined)
  const messages = found.filter(isTransferable)
  if (messages.length === 0) throw badRequest("messages can't be forwarded")
  return { target, messages: regrouped(messages) }
}

function regrouped(messages: ChatMessage[]): Transfer['messages'] {
  const groups = new Map<string, string>()
  return messages.map((message) => {
    const { media_group_id: old } = message
    if (old === undefined) return { message, group: {} }
    const media_group_id = groups.get(old) ?? String(randomInt(10 ** 13, 10 ** 14))
    groups.set(old, media_group_id)
    return { message, group: { media_group_id } }
  })
}
