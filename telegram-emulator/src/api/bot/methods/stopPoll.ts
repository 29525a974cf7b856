import type { Poll } from '@grammyjs/types'

import { closePoll } from '../../../polls/closePoll.ts'
import type { BotApiMethod } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'
import { findChat } from '../validate/findChat.ts'
import { findMessage } from '../validate/findMessage.ts'
import { readReplyMarkup } from '../validate/readReplyMarkup.ts'
import { refuseUnemulated } from '../validate/refuseUnemulated.ts'

export const stopPoll: BotApiMethod = (call): Poll | undefined => {
  refuseUnemulated(call, ['business_connection_id'])
  const { emulator, bot, parameters } = call
  const markup = readReplyMarkup(parameters)
  const { chat } = findChat(call)
  const old = findMessage(call, chat, 'message with poll to stop')
  const { message_id: id, poll } = old
  const record = poll && emulator.store.polls.get(poll.id)
  if (!record) throw badRequest('message is not a poll')
  const isOwn = old.from.id === bot.id && !old.forward_origin && !chat.keyboardMessageIds.has(id)
  if (!isOwn || record.poll.is_closed) throw badRequest("poll can't be stopped")
  if (markup && !('inline_keyboard' in markup)) throw badRequest('inline keyboard expected')
  // A keyboard that is not given goes, as with every edit.
  const { reply_markup: _markup, ...rest } = old
  emulator.store.putMessage(chat, { ...rest, ...(markup && { reply_markup: markup }) })
  closePoll(emulator, record)
  return chat.messages.get(id)?.poll
}
