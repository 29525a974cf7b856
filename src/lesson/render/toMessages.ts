import type { Keyboard, OutgoingMessage } from './outgoingMessage.ts'
import type { RichText } from './text/richText.ts'
import { splitText } from './text/splitText.ts'

/**
 * A text as messages in the order to be sent, the buttons under the last one.
 *
 * @param previews addresses of links whose preview is to be shown; a message has room for one
 */
export const toMessages = (
  text: RichText,
  keyboard: Keyboard = [],
  previews: readonly string[] = [],
): OutgoingMessage[] => {
  const parts = splitText(text)
  return parts.map((part, index) => {
    const link = part.entities.find((entity) => entity.type === 'text_link' && previews.includes(entity.url))
    return {
      kind: 'text',
      text: part.text,
      entities: [...part.entities],
      ...(link?.type === 'text_link' && { preview: { url: link.url } }),
      ...(index === parts.length - 1 && keyboard.length > 0 && { keyboard }),
    }
  })
}
