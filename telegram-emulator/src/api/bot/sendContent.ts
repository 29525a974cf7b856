import { botUser } from '../../state/botUser.ts'
import { privateChat } from '../../state/privateChat.ts'
import type { ChatMessage, ChatRecord, MessageContent, Person } from '../../state/types.ts'
import type { BotApiCall } from './botApiCall.ts'
import { badRequest } from './botApiError.ts'
import { isObject } from './fields.ts'
import { findChat } from './validate/findChat.ts'
import { readInlineKeyboard } from './validate/readInlineKeyboard.ts'
import { refuseUnemulated } from './validate/refuseUnemulated.ts'

const UNEMULATED = [
  'business_connection_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'allow_paid_broadcast',
  'suggested_post_parameters',
  'message_effect_id',
]

export interface SendTarget {
  chat: ChatRecord
  person: Person
}

/**
 * What every send… method does around its own content: the chat, the reply, the keyboard, protection. `read`
 * checks and gives the content; as on the real server it comes before the look for the chat.
 */
export function sendContent(call: BotApiCall, read: () => MessageContent): ChatMessage {
  const { parameters } = call
  refuseUnemulated(call, UNEMULATED)
  const content = read()
  const keyboard = readInlineKeyboard(parameters)
  const target = findChat(call)
  const repliedTo = readReply(call, target.chat)
  return postMessage(call, target, {
    ...(repliedTo && { reply_to_message: repliedTo }),
    ...content,
    ...(parameters.boolean('protect_content') && { has_protected_content: true as const }),
    ...(keyboard && { reply_markup: keyboard }),
  })
}

/** Puts a message of the bot into the chat and shows it to whoever looks. */
export function postMessage(
  { emulator, bot }: Pick<BotApiCall, 'emulator' | 'bot'>,
  { chat, person }: SendTarget,
  rest: Omit<ChatMessage, 'message_id' | 'from' | 'chat' | 'date'>,
): ChatMessage {
  const message: ChatMessage = {
    message_id: bot.nextMessageId++,
    from: botUser(bot),
    chat: privateChat(person),
    date: emulator.clock.unixTime(),
    ...rest,
  }
  emulator.store.putMessage(chat, message)
  emulator.events.publish({ type: 'message', bot: bot.username, person: person.id, message })
  return message
}

function readReply({ parameters }: BotApiCall, chat: ChatRecord): ChatMessage['reply_to_message'] {
  const given = parameters.json('reply_parameters', 'reply parameters')
  const reply = isObject(given) ? given : undefined
  const id = reply ? Number(reply.message_id) : parameters.integer('reply_to_message_id', 0)
  if (reply && reply.message_id === undefined) throw badRequest('can\'t find field "message_id"')
  if (!id) return undefined
  const found = chat.messages.get(id)
  const mayBeAbsent =
    Boolean(reply?.allow_sending_without_reply) || parameters.boolean('allow_sending_without_reply')
  if (!found && !mayBeAbsent) throw badRequest('message to be replied not found')
  if (!found) return undefined
  const { reply_to_message: _, ...message } = found
  return message
}
