import type { MessageEntity } from '@grammyjs/types'

import { badRequest, type BotApiError } from '../../botApiError.ts'
import { urlProblem } from '../checkUrl.ts'

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

/** A link, or a mention if it leads to a person. One that leads nowhere is dropped, its text stays. */
export function linkEntity(
  url: string,
  span: { offset: number; length: number },
  findMentioned: FindMentioned,
): MessageEntity | undefined {
  const id = /^tg:(?:\/\/)?user\/?\?(?:.*&)?id=(\d+)/i.exec(url)?.[1]
  if (id) {
    const user = findMentioned(Number(id))
    return user && { type: 'text_mention', ...span, user }
  }
  return urlProblem(url) ? undefined : { type: 'text_link', ...span, url }
}

const OPAQUE = new Set(['code', 'pre'])

/** In the order in which they begin; nothing stands inside code. */
export function tidyEntities(entities: MessageEntity[]): MessageEntity[] {
  const code = entities.filter(({ type }) => OPAQUE.has(type))
  const isInsideCode = (entity: MessageEntity) =>
    code.some(
      (outer) =>
        outer !== entity &&
        !OPAQUE.has(entity.type) &&
        outer.offset <= entity.offset &&
        entity.offset + entity.length <= outer.offset + outer.length,
    )
  return entities
    .filter((entity) => !isInsideCode(entity))
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
}

/** The text of a block of code begins after one line feed. */
export function skipLineFeed(text: string, index: number): number {
  if (text.startsWith('\r\n', index) || text.startsWith('\n\r', index)) return index + 2
  return text[index] === '\n' || text[index] === '\r' ? index + 1 : index
}

/** The word behind three backticks; empty if the code follows at once. */
export function readCodeLanguage(text: string, index: number): string {
  const word = /[^\s`]*/y
  word.lastIndex = index
  const language = word.exec(text)?.[0] ?? ''
  const next = text[index + language.length]
  return next === undefined || next === '`' ? '' : language
}
