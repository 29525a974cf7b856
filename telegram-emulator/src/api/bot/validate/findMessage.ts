import type { ChatMessage, ChatRecord } from '../../../state/types.ts'
import type { BotApiCall } from '../botApiCall.ts'
import { badRequest } from '../botApiError.ts'

/** The message of message_id; `what` is how Telegram's error calls it: message to pin. */
export function findMessage({ parameters }: BotApiCall, chat: ChatRecord, what: string): ChatMessage {
  const message = chat.messages.get(parameters.integer('message_id', 0))
  if (!message) throw badRequest(`${what} not found`)
  return message
}
