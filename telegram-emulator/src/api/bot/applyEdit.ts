import type { ChatMessage, ChatRecord } from '../../state/types.ts'
import type { BotApiCall } from './botApiCall.ts'
import { badRequest } from './botApiError.ts'

type Edited = Pick<ChatMessage, 'text' | 'entities' | 'reply_markup' | 'link_preview_options'>

/** Puts the new content in the message's place; an edit that changes nothing is an error, as in Telegram. */
export function applyEdit(call: BotApiCall, chat: ChatRecord, old: ChatMessage, edited: Edited): ChatMessage {
  if (contentKey(old) === contentKey(edited)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current ' +
        'content and reply markup of the message',
    )
  }
  const { entities: _entities, reply_markup: _markup, link_preview_options: _preview, ...rest } = old
  const message: ChatMessage = { ...rest, ...edited, edit_date: call.emulator.clock.unixTime() }
  call.emulator.store.putMessage(chat, message)
  // What the person deleted on their side does not come back.
  if (!chat.hiddenMessageIds.has(message.message_id))
    call.emulator.events.publish({ type: 'edit', bot: call.bot.username, person: chat.personId, message })
  return message
}

function contentKey({ text, entities, reply_markup, link_preview_options }: Edited): string {
  return JSON.stringify([text, entities ?? [], reply_markup ?? null, link_preview_options ?? null])
}
