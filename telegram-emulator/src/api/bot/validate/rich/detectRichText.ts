import type { RichText } from '@grammyjs/types'

import { findEntities } from '../detect/findEntities.ts'
import { findBankCards } from './findBankCards.ts'

interface Part {
  type: string
  offset: number
  length: number
}

/** A string with the links, mentions, tags, commands and numbers that Telegram marks in it. */
export function detectRichText(text: string): RichText {
  const found: Part[] = findEntities(text)
  const cards = findBankCards(text).map((span): Part => ({ type: 'bank_card_number', ...span }))
  const free = cards.filter((card) => found.every((other) => isApart(card, other)))
  const parts = [...found, ...free].sort((a, b) => a.offset - b.offset)
  if (parts.length === 0) return text
  const pieces: RichText[] = []
  let position = 0
  for (const { type, offset, length } of parts) {
    if (offset > position) pieces.push(text.slice(position, offset))
    position = offset + length
    pieces.push(marked(type, text.slice(offset, position)))
  }
  if (position < text.length) pieces.push(text.slice(position))
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : pieces
}

/** What is said of the text besides it: the address, or the name without its sign. */
function marked(type: string, text: string): RichText {
  switch (type) {
    case 'mention':
      return { type, text, username: text.slice(1) }
    case 'hashtag':
      return { type, text, hashtag: text.slice(1) }
    case 'cashtag':
      return { type, text, cashtag: text.slice(1) }
    case 'bot_command':
      return { type, text, bot_command: text.slice(1) }
    case 'phone_number':
      return { type, text, phone_number: text }
    case 'bank_card_number':
      return { type, text, bank_card_number: text }
    case 'email':
      return { type: 'email_address', text, email_address: text }
    default:
      return { type: 'url', text, url: text }
  }
}

function isApart(a: Part, b: Part): boolean {
  return a.offset + a.length <= b.offset || b.offset + b.length <= a.offset
}
