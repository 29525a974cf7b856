import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import { ControlError } from '../controlError.ts'

/** A message that the person still sees. */
export function findSeenMessage(chat: ChatRecord, id: number, field = 'message_id'): ChatMessage {
  const message = chat.hiddenMessageIds.has(id) ? undefined : chat.messages.get(id)
  if (!message) throw new ControlError(404, `${field}: there is no message ${id} in this chat`)
  return message
}
