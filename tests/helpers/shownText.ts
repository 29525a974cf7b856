import type { ChatMessage } from '../../telegram-emulator/src/client.ts'

const worded = ['text', 'summary', 'caption', 'blocks', 'items', 'cells', 'expression', 'credit']

const wordsOf = (part: unknown): string => {
  if (typeof part === 'string') return part
  if (Array.isArray(part)) return part.map(wordsOf).join('')
  if (typeof part !== 'object' || part === null) return ''
  return worded.map((name) => wordsOf((part as Record<string, unknown>)[name])).join('')
}

/** What a person reads in a message, whether it is classic or rich. */
export const shownText = ({ text, caption, rich_message }: ChatMessage): string =>
  text ?? caption ?? (rich_message?.blocks ?? []).map(wordsOf).join('\n')
