import { richPlainText } from './rich/richPlainText.ts'
import type { MessageContent } from './types.ts'

/** What a message says in words, whatever kind it is of; the empty string if it has none. */
export function messageText({ text, caption, rich_message }: MessageContent): string {
  return text ?? caption ?? richPlainText(rich_message?.blocks ?? [])
}
