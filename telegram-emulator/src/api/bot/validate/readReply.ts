import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import { withoutReply } from '../../../state/withoutReply.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest, notEmulated } from '../botApiError.ts'
import { checked, isObject, requiredInteger, requiredString, type Fields } from '../fields.ts'
import { readQuote } from './readQuote.ts'

/** The message that a new one replies to, with the quoted part of it. */
export function readReply(
  call: BotApiCall,
  chat: ChatRecord,
): Pick<ChatMessage, 'reply_to_message' | 'quote' | 'reply_to_poll_option_id'> | undefined {
  const { parameters } = call
  const reply = readReplyParameters(call)
  const id = reply ? Number(reply.message_id) : parameters.integer('reply_to_message_id', 0)
  if (id <= 0) return undefined
  const found = chat.messages.get(id)
  if (found) {
    const quote = reply && readQuote(call, found, reply)
    const option = reply && readPollOption(found, reply)
    return { reply_to_message: withoutReply(found), ...(quote && { quote }), ...option }
  }
  const mayBeAbsent =
    Boolean(reply?.allow_sending_without_reply) || parameters.boolean('allow_sending_without_reply')
  if (!mayBeAbsent) throw badRequest('message to be replied not found')
  return undefined
}

/** The option of a poll that the reply is about, by its persistent id. */
function readPollOption(
  { poll }: ChatMessage,
  reply: Fields,
): Pick<ChatMessage, 'reply_to_poll_option_id'> | undefined {
  const id = reply.poll_option_id === undefined ? '' : checked(() => requiredString(reply, 'poll_option_id'))
  if (id === '') return undefined
  if (!poll?.options.some(({ persistent_id }) => persistent_id === id))
    throw badRequest('POLL_OPTION_INVALID')
  return { reply_to_poll_option_id: id }
}

function readReplyParameters({ parameters }: BotApiCall): Fields | undefined {
  const reply = parameters.json('reply_parameters', 'reply parameters')
  if (reply === undefined) return undefined
  if (!isObject(reply)) throw badRequest('object expected as reply parameters')
  if (Object.keys(reply).length === 0) return undefined
  const message_id = checked(() => requiredInteger(reply, 'message_id'))
  const isElsewhere = reply.chat_id !== undefined && String(reply.chat_id) !== parameters.string('chat_id')
  if (isElsewhere) throw notEmulated('replies to messages of another chat')
  if (reply.checklist_task_id !== undefined) throw notEmulated('checklist_task_id in reply_parameters')
  return { ...reply, message_id }
}
