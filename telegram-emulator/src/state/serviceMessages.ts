import type { ChatMessage } from './types.ts'

const SERVICE_FIELDS = [
  'pinned_message',
  'web_app_data',
  'managed_bot_created',
  'users_shared',
  'chat_shared',
] as const satisfies (keyof ChatMessage)[]

/** Tells of something that happened instead of holding something that was said. */
export function isServiceMessage(message: ChatMessage): boolean {
  return SERVICE_FIELDS.some((field) => message[field] !== undefined)
}
