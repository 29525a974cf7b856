import type { ChatMessage, MessageContent } from './types.ts'

/** What the message says, without where, when, by whom and in answer to what. */
export function contentOf(message: ChatMessage): MessageContent {
  const {
    message_id: _id,
    from: _from,
    chat: _chat,
    date: _date,
    edit_date: _editDate,
    reply_markup: _markup,
    reply_to_message: _reply,
    quote: _quote,
    reply_to_poll_option_id: _option,
    forward_origin: _origin,
    via_bot: _via,
    has_protected_content: _protection,
    effect_id: _effect,
    media_group_id: _group,
    ...content
  } = message
  return content
}
