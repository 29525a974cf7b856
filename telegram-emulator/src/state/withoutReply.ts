import type { ChatMessage } from './types.ts'

/** The message as it stands inside another one: the chain of replies ends there. */
export function withoutReply({
  reply_to_message: _,
  ...message
}: ChatMessage): Omit<ChatMessage, 'reply_to_message'> {
  return message
}
