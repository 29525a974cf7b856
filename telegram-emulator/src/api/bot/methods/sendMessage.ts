import { botUser } from '../../../state/botUser.ts'
import { privateChat } from '../../../state/privateChat.ts'
import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import type { BotApiCall, BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { isObject } from '../fields.ts'
import { findChat } from '../validate/findChat.ts'
import { readInlineKeyboard } from '../validate/readInlineKeyboard.ts'
import { readText } from '../validate/readText.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

const UNEMULATED = [
  'business_connection_id',
  'message_thread_id',
  'direct_messages_topic_id',
  'ephemeral_message_parameters',
  'allow_paid_broadcast',
  'suggested_post_parameters',
  'message_effect_id',
]

export const sendMessage: BotApiMethod = (call) => {
  const { emulator, bot, parameters } = call
  refuseUnemulated(call, UNEMULATED)
  const { text, entities } = readText(parameters, 'message is too long', (id) =>
    emulator.store.people.has(id),
  )
  const keyboard = readInlineKeyboard(parameters)
  const { chat, person } = findChat(call)
  const repliedTo = readReply(call, chat)
  const preview = parameters.json('link_preview_options', 'link preview options')
  const message: ChatMessage = {
    message_id: bot.nextMessageId++,
    from: botUser(bot),
    chat: privateChat(person),
    date: emulator.clock.unixTime(),
    ...(repliedTo && { reply_to_message: repliedTo }),
    text,
    ...(entities.length > 0 && { entities }),
    ...(isObject(preview) && { link_preview_options: preview }),
    ...(parameters.boolean('protect_content') && { has_protected_content: true }),
    ...(keyboard && { reply_markup: keyboard }),
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
