import { botUser } from '../../state/botUser.ts'
import { privateChat } from '../../state/privateChat.ts'
import { setReplyKeyboard } from '../../state/replyKeyboard.ts'
import type { ChatMessage, ChatRecord, MessageContent, Person } from '../../state/types.ts'
import type { BotApiCall } from './botApiCall.ts'
import { findChat } from './validate/findChat.ts'
import { readReply } from './validate/readReply.ts'
import { readReplyMarkup } from './validate/readReplyMarkup.ts'
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

/** Options that every sending method has and none emulates. */
export function refuseUnknownOptions(call: BotApiCall): void {
  refuseUnemulated(call, UNEMULATED)
}

/**
 * What every send… method does around its own content: the chat, the reply, the keyboard, protection. `read`
 * checks and gives the content; as on the real server it comes before the look for the chat.
 */
export function sendContent(call: BotApiCall, read: () => MessageContent): ChatMessage {
  const { parameters } = call
  refuseUnknownOptions(call)
  const content = read()
  const markup = readReplyMarkup(parameters)
  const target = findChat(call)
  const inlineKeyboard = markup && 'inline_keyboard' in markup ? markup : undefined
  const message = postMessage(call, target, {
    ...readReply(call, target.chat),
    ...content,
    ...(parameters.boolean('protect_content') && { has_protected_content: true as const }),
    ...(inlineKeyboard && { reply_markup: inlineKeyboard }),
  })
  if (markup && !('inline_keyboard' in markup))
    setReplyKeyboard(call.emulator, target.chat, message.message_id, markup)
  return message
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
