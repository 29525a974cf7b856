import { isDeepStrictEqual } from 'node:util'

import { contentOf } from '../../state/contentOf.ts'
import type { ChatMessage, ChatRecord, MessageContent } from '../../state/types.ts'
import type { BotApiCall } from './botApiCall.ts'
import { badRequest } from './botApiError.ts'

type Edited = MessageContent & Pick<ChatMessage, 'reply_markup'>

/** Puts the new content in the place of the old; an edit that changes nothing is an error, as in Telegram. */
export function applyEdit(call: BotApiCall, chat: ChatRecord, old: ChatMessage, edited: Edited): ChatMessage {
  const { reply_markup } = old
  const oldContent = contentOf(old)
  if (isDeepStrictEqual({ ...oldContent, ...(reply_markup && { reply_markup }) }, edited)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    )
  }
  const replaced = new Set([...Object.keys(oldContent), 'reply_markup'])
  const kept = Object.fromEntries(Object.entries(old).filter(([field]) => !replaced.has(field)))
  const message = { ...kept, ...edited, edit_date: call.emulator.clock.unixTime() } as ChatMessage
  call.emulator.store.putMessage(chat, message)
  // What the person deleted on their side does not come back.
  if (!chat.hiddenMessageIds.has(message.message_id))
    call.emulator.events.publish({ type: 'edit', bot: call.bot.username, person: chat.personId, message })
  return message
}
