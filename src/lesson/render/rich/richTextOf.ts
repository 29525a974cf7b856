import type { RichText as TelegramText } from '@grammyjs/types'

import type { RichText } from '../text/richText.ts'

/** A text of the catalogue for a rich message: its bold parts stay bold, other entities it has none of. */
export const richTextOf = ({ text, entities }: RichText): TelegramText => {
  const parts: TelegramText[] = []
  let at = 0
  for (const { offset, length } of entities.filter(({ type }) => type === 'bold')) {
    if (offset < at) continue
    if (offset > at) parts.push(text.slice(at, offset))
    at = offset + length
    parts.push({ type: 'bold', text: text.slice(offset, at) })
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : parts
}
