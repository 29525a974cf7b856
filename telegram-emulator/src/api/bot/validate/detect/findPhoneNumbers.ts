import type { Found } from './findTags.ts'

/** Telegram's own rule is not published: a plus and 7 to 15 digits with usual separators. */
const PHONE = /(?<![\p{L}\p{N}_+])\+\d(?:[ ()-]{0,2}\d){6,14}(?![\p{L}\p{N}_])/gu

export function findPhoneNumbers(text: string): Found[] {
  return Array.from(text.matchAll(PHONE), (match) => ({ offset: match.index, length: match[0].length }))
}
