import type { Keyboard, OutgoingMessage } from './outgoingMessage.ts'
import type { RichText } from './text/richText.ts'
import { splitText } from './text/splitText.ts'

/** A text as messages in the order to be sent, the buttons under the last one. */
export const toMessages = (text: RichText, keyboard: Keyboard = []): OutgoingMessage[] => {
  const parts = splitText(text)
  return parts.map((part, index) => {
    const message = { kind: 'text' as const, text: part.text, entities: [...part.entities] }
    return index === parts.length - 1 && keyboard.length > 0 ? { ...message, keyboard } : message
  })
}
