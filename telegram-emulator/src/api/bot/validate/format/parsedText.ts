import type { MessageEntity } from '@grammyjs/types'

import { badRequest, type BotApiError } from '../../botApiError.ts'

/** A text without its marks; the entities' offsets are in UTF-16 units. */
export interface ParsedText {
  text: string
  entities: MessageEntity[]
}

/** Gives the person whom a link may mention; undefined if the bot cannot know them. */
export type FindMentioned = (
  id: number,
) => Extract<MessageEntity, { type: 'text_mention' }>['user'] | undefined

export function parseError(complaint: string): BotApiError {
  return badRequest(`can't parse entities: ${complaint}`)
}

/** Telegram counts the bytes of UTF-8 in its complaints. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index))
}

/** The end of the text counts as white space. */
export function isSpace(character: string): boolean {
  return ' \t\r\n\0\v'.includes(character)
}

export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

/** The text of a block of code begins after one line feed. */
export function skipLineFeed(text: string, index: number): number {
  if (text.startsWith('\r\n', index) || text.startsWith('\n\r', index)) return index + 2
  return text[index] === '\n' || text[index] === '\r' ? index + 1 : index
}

/** The word behind three backticks; empty if the code follows at once. */
export function readCodeLanguage(text: string, index: number): string {
  let end = index
  while (!isSpace(text.charAt(end)) && text[end] !== '`') end += 1
  return end < text.length && text[end] !== '`' ? text.slice(index, end) : ''
}
