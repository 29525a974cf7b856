import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import { withoutReply } from '../../../state/withoutReply.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { checked, isObject, requiredInteger, type Fields } from '../fields.ts'
import { readQuote } from './readQuote.ts'

/** The message that a new one replies to, with the quoted part of it. */
export function readReply(
  call: BotApiCall,
  chat: ChatRecord,
): Pick<ChatMessage, 'reply_to_message' | 'quote'> | undefined {
  const { parameters } = call
  const reply = readReplyParameters(call)
  const id = reply ? Number(reply.message_id) : parameters.integer('reply_to_message_id', 0)
  if (id <= 0) return undefined
  const found = chat.messages.get(id)
  if (found) {
    const quote = reply && readQuote(call, found, reply)
    return { reply_to_message: withoutReply(found), ...(quote && { quote }) }
  }
  const mayBeAbsent =
    Boolean(reply?.allow_sending_without_reply) || parameters.boolean('allow_sending_without_reply')
  if (!mayBeAbsent) throw badRequest('message to be replied not found')
  return undefined
}

function readReplyParameters({ parameters }: BotApiCall): Fields | undefined {
  const reply = parameters.json('reply_parameters', 'reply parameters')
  if (reply === undefined) return undefined
  if (!isObject(reply)) throw badRequest('object expected as reply parameters')
  if (Object.keys(reply).length === 0) return undefined
  const message_id = checked(() => requiredInteger(reply, 'message_id'))
  const isElsewhere = reply.chat_id !== undefined && String(reply.chat_id) !== parameters.string('chat_id')
  if (isElsewhere) throw notEmulated('replies to messages of another chat')
  for (const name of ['checklist_task_id', 'poll_option_id'])
    if (reply[name] !== undefined) throw notEmulated(`${name} in reply_parameters`)
  return { ...reply, message_id }
}
